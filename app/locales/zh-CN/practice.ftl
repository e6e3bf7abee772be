practice-private = 练习不计成绩，只有你自己看得到。
practice-scenarios = 情景对练
practice-right = 答对了
practice-wrong = 没答对，看看正确答案
practice-next = 下一题
practice-again = 再答一次
practice-back = 回到练习

mistakes-title = 错题本
mistakes-due = 今天有 { $n } 题要再练
mistakes-begin = 开始练
mistakes-open = 打开错题本
mistakes-go-on = 下一题（还有 { $n } 题）
mistakes-none = 没有要再练的错题
mistakes-how = 测验里答错的题，等你可以看答案时收进来；主题练习里答错的马上收进来。隔 1 天、3 天、7 天再练，连续答对两次就移出。
mistakes-next = { $when } 再练
mistakes-returns = 收在错题本里，{ $when } 再练一次。
mistakes-learnt = 连续两次答对，已移出错题本。
mistakes-later = 过几天再练的 { $n } 题
mistakes-streak = 连续答对 { $n } / { $of }

topics-title = 主题练习
