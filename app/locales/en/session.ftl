sign-in = Sign in
sign-in-lead = Training and go-live for customer-service teams
login = Account
password = Password
sign-in-wrong = Account or password is wrong. { $left ->
    [one] One try left.
   *[other] { $left } tries left.
}
sign-in-wait = Too many tries. Please wait { $minutes } minutes.
sign-in-disabled = This account is disabled. Please ask your administrator.
sign-in-forgot = Forgot your password? An administrator can reset it.
sign-in-kept = Your sign-in expired. What you just sent is kept and will go on once you sign in again.
sign-in-needed = Please sign in first.
demo-accounts = Demo accounts
demo-trainee = New hire
demo-recruiter = Recruiter
demo-trainer = Trainer
demo-supervisor = Supervisor, also recruits
demo-admin = Administrator
demo-password = The password of all is
password-now = Current password
password-new = New password
password-hint = At least { $n } characters
password-short = Too short: at least { $n } characters
password-wrong = That is not the current password
password-changed = Password changed. Other devices have been signed out.
password-save = Save new password
invitation-title = Welcome, { $name }
invitation-lead = Set your password. From now on you sign in as { $login }.
invitation-set = Set password and sign in
invitation-gone = This link was used already or has expired. Please ask your recruiter for a new one.
