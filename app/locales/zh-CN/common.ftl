brand = 上岗
skip = 跳到正文
demo-label = 演示系统
demo-banner = 演示系统：所有账号的密码都是 shanggang-demo，数据仅供体验。
account = 账号
search = 搜索
search-hint = 搜索课程和内容
change-password = 修改密码
sign-out = 退出登录
theme-system = 界面跟随系统
theme-light = 浅色界面
theme-dark = 深色界面
back = 返回
back-to-today = 回到今天
minutes = { $n } 分钟

nav-main = 主导航
nav-more = 更多
nav-today = 今天
nav-learn = 学习
nav-practice = 练习
nav-phrases = 话术
nav-me = 我的
nav-people = 学员
nav-ratings = 待评分
nav-content = 内容
nav-interviews = 今日面试
nav-candidates = 候选人
nav-team = 我的班组
nav-approvals = 上岗审批
nav-accounts = 账号

forbidden-title = 你的账号没有这一页的权限
forbidden-text = 你登录的是“{ $who }”。如果工作需要这一页，请找管理员开通权限。
not-found-title = 找不到这一页
not-found-text = 地址可能有误，内容可能已移走，或者不属于你。
cannot-title = 现在还不能这样做
failed-title = 系统出错了
failed-text = 已经保存的内容都在。请稍后再试；如果一直这样，请告诉管理员现在的时间。
bad-request-title = 这份表单读不懂
bad-request-text = 发来的内容不完整，什么都没有改动。请返回上一页再试一次。
stale-form-title = 页面已过期
stale-form-text = 你的登录在另一个窗口里变过，为安全起见没有提交。请返回上一页，刷新后再试。
too-large-title = 内容太长
too-large-text = 一次最多提交 256 KiB 的内容。

access-learner = 学员
access-trainer = 培训师
access-recruiter = 招聘专员
access-supervisor = 主管
access-admin = 管理员

field-required = 请填写
reason = 理由

crumbs = 所在位置
