approvals-lead = { $n ->
    [one] One person waits
   *[other] { $n } people wait
} for approval, the longest waiting first
approvals-nobody = Nobody waits for approval
approvals-nobody-lead = People appear here once they have met everything else.
approvals-report = Gate report: { $n } of { $of } met
approvals-note = Note (optional)
approvals-approve = Approve going live
approvals-decline-ask = Decline…
approvals-decline-lead = The reason goes into the training file, where the person and the trainers read it.
approvals-decline = Decline now
approvals-approved = { $name } is approved; other requirements or approvals are still open.
approvals-live = { $name } is live, and the certificate is issued.
approvals-already = { $name } was approved already.
approvals-declined = Noted: { $name } is not approved for now.
approvals-not-ready = { $name } cannot be approved yet: { $n ->
    [one] one requirement is
   *[other] { $n } requirements are
} missing.
approvals-lately = Went live lately
approvals-withdraw-ask = Withdraw live status…
approvals-withdraw-lead = { $name } may not serve customers from that moment on. The reason goes into the training file.
approvals-withdraw = Withdraw now
approvals-withdrawn = { $name }'s live status is withdrawn as of now.
approvals-not-live = { $name } is not live now; there is nothing to withdraw.
