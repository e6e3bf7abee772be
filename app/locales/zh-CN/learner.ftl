status-not-started = 未开始
status-in-training = 培训中
status-ready = 待批准
status-supervised = 带教上岗
status-live = 已上岗
status-suspended = 暂停上岗
status-left = 已离职
lamp-to-do = 共 { $n } 项
lamp-missing = 还差 { $n } 项
lamp-waiting = { $days ->
    [0] 今天达标
   *[other] 已等 { $days } 天
}
lamp-supervised-until = 至 { $date }
lamp-valid-until = 有效至 { $date }
lamp-grace-until = 已过有效期，宽限至 { $date }
lamp-to-resume = 恢复需 { $n } 项

state-met = 已达标
state-pending = 待评定
state-to-sign = 待签认
state-to-approve = 待批准
state-missing = 未完成
state-expired = 已过期

requires-course = 课程：{ $name }
requires-quiz = 测验：{ $name }
requires-scenario = 情景对练：{ $name }
requires-acknowledge = 制度确认：{ $name }
requires-sign-off = 带教签认：{ $name }
requires-approve = 上岗批准：{ $name }

note-exempt = 已豁免
note-lessons = 已学 { $done } / { $of } 节
note-signed = 已签认 { $done } / { $of } 项
note-plays = 已通过 { $done } / { $of } 次
note-plays-within = { $period }内已通过 { $done } / { $of } 次
note-waits-for = 等{ $who }处理
note-since = { $date } 起
note-until = 有效至 { $date }
note-declined = { $date } 未获批准

go-learn = 去学习
go-quiz = 去考试
go-play = 去对练
go-read = 去阅读
go-rate = 去评分
go-sign = 去签认
go-approve = 去审批

hours = { $n } 小时
days = { $n } 天
months = { $n } 个月

today-now = 现在要做的一件事
today-go = 开始
today-missing = 离上岗还差 { $n } 项
