import { useState } from 'preact/hooks'
import { copyText } from '../../browser/clipboard.ts'
import type { SheetRequest } from '../../core/sheet/request.ts'
import { inExample } from '../../store/example/here.ts'
import { emailToLandlord, mailtoOf } from '../../text/email.ts'
import { inExample as example } from '../../text/in-example.ts'
import { sheetPage as words } from '../../text/sheet-page.ts'
import { Words } from '../../ui/field.tsx'

interface Props {
  /** What the sheet was made from: words left out of it are not in the e-mail either. */
  request: SheetRequest
  fileName: string
}

/** The words that go with the sheet: to look over, to open in the mail app, or to copy into the landlord's web form. */
export default function EmailDraft({ request, fileName }: Props) {
  const { landlord } = request.profile
  const [email, setEmail] = useState(() => {
    const draft = emailToLandlord(request, fileName)
    const mark = (text: string) => (inExample ? `${example.strip} ${text}` : text)
    return { ...draft, subject: mark(draft.subject), body: mark(draft.body) }
  })
  const [copied, setCopied] = useState<boolean>()
  return (
    <section class="stack" aria-labelledby="email">
      <h2 id="email">{words.email}</h2>
      <Words
        name="email-body"
        label={email.to || words.email}
        hint={words.emailHint}
        value={email.body}
        onInput={body => setEmail({ ...email, body })}
      />
      <div class="row">
        <a class="button" href={mailtoOf(email)}>
          {words.emailOpen}
        </a>
        <button type="button" class="button" onClick={async () => setCopied(await copyText(email.body))}>
          {words.emailCopy}
        </button>
      </div>
      <p role="status">{copied === undefined ? '' : copied ? words.copied : words.copyFailed}</p>
      {landlord?.form && (
        <p>
          {words.formAddress}: <span class="quiet">{landlord.form}</span>
        </p>
      )}
    </section>
  )
}
