import { now, zone } from '../../browser/clock.ts'
import { goOn, route } from '../../browser/route.ts'
import { allianceHomes, Profile, sameLandlord } from '../../core/profile.ts'
import { wallAt } from '../../core/time.ts'
import { saving } from '../../text/frame.ts'
import { profileInWords, sameLandlordLabel, me as words } from '../../text/settings.ts'
import { OneOf } from '../../ui/choices.tsx'
import { Field, Words } from '../../ui/field.tsx'
import { say } from '../../ui/say.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { useDraft } from '../draft.ts'
import { FormPage } from '../FormPage.tsx'
import { useDiary, useLive } from '../live.ts'
import { useSaving } from '../saving.ts'

/** "My landlord and me": one place for all that sheet, e-mail and help need to know. */
export function Me() {
  const start = useLive(diary => diary.profile(), [])
  return start ? <MeForm start={start} /> : null
}

type TextField = Exclude<keyof Profile, 'speakToMeFirst' | 'sourceLandlord' | 'landlord'>

function MeForm({ start }: { start: Profile }) {
  const diary = useDiary()
  const draft = useDraft('settings/me', Profile, start)
  const profile = draft.value
  const attempt = useSaving(async () => {
    const from = route.value
    await diary.saveProfile(filled(profile))
    draft.done()
    say(saving.saved(wallAt(now(), zone()).time))
    goOn(from, 'settings')
  }, draft)
  const change = (part: Partial<Profile>) => draft.set(filled({ ...profile, ...part }))
  const bind = (name: TextField) => ({
    name,
    value: profile[name] ?? '',
    onInput: (value: string) => change({ [name]: value }),
  })
  const landlord = profile.landlord ?? {}
  const bindLandlord = (name: keyof typeof landlord) => ({
    name: `landlord-${name}`,
    value: landlord[name] ?? '',
    onInput: (value: string) => change({ landlord: filled({ ...landlord, [name]: value }) }),
  })
  const own = (token: string) => (diary.locked ? 'off' : token)
  const isAlliance = landlord.name === allianceHomes.name
  return (
    <FormPage
      title={words.title}
      intro={words.intro}
      draft={draft}
      attempt={attempt}
      text={() => profileInWords(profile)}
    >
      {/*
        The writer's own details keep their tokens, as WCAG 1.3.5 asks, until a lock is set: with them Chromium's session
        files and Firefox's form history hold what is typed (measured). Everything else is kept from them always.
      */}
      <div class="stack">
        <Field {...bind('name')} label={words.name} autocomplete={own('name')} />
        <Words {...bind('address')} label={words.address} autocomplete={own('street-address')} />
        <Field {...bind('phone')} label={words.phone} type="tel" autocomplete={own('tel')} />
        <Field {...bind('email')} label={words.email} type="email" autocomplete={own('email')} />
      </div>
      <div class="stack">
        <OneOf
          name="landlord"
          legend={words.landlord}
          codes={['alliance', 'other']}
          labels={{ alliance: words.alliance, other: words.otherLandlord }}
          chosen={isAlliance ? 'alliance' : profile.landlord ? 'other' : ''}
          onChoose={chosen =>
            change({ landlord: chosen === 'alliance' ? allianceHomes : chosen === 'other' ? {} : undefined })
          }
          optional
        />
        {profile.landlord && !isAlliance && <Field {...bindLandlord('name')} label={words.landlordName} />}
        {profile.landlord && (
          <>
            <Field {...bindLandlord('email')} label={words.landlordEmail} type="email" />
            <Field {...bindLandlord('form')} label={words.landlordForm} hint={words.landlordFormHint} />
          </>
        )}
        <Field {...bind('caseNumber')} label={words.caseNumber} hint={words.caseNumberHint} />
      </div>
      <div class="stack">
        <Words {...bind('safeContact')} question label={words.safeContact} hint={words.safeContactHint} />
        <Toggle
          name="speakToMeFirst"
          label={words.speakToMeFirst}
          on={profile.speakToMeFirst}
          onChange={on => change({ speakToMeFirst: on })}
        />
      </div>
      <Words {...bind('whoIsAffected')} question label={words.whoIsAffected} hint={words.whoIsAffectedHint} />
      <Words {...bind('whatIAsk')} question label={words.whatIAsk} hint={words.whatIAskHint} />
      <div class="stack">
        <OneOf
          name="sourceLandlord"
          legend={words.source}
          hint={words.sameLandlord}
          codes={sameLandlord}
          labels={sameLandlordLabel}
          chosen={profile.sourceLandlord ?? ''}
          onChoose={chosen => change({ sourceLandlord: chosen || undefined })}
          optional
        />
        {profile.sourceLandlord === 'myOwnHome' && <p class="note">{words.ownHome}</p>}
      </div>
    </FormPage>
  )
}

/** What is empty is not there at all. */
const filled = <T extends object>(profile: T): T =>
  Object.fromEntries(
    Object.entries(profile).filter(([, value]) => value !== '' && value !== undefined && value !== false),
  ) as T
