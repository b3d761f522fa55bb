import { Share, SquarePlus } from 'lucide'
import { useState } from 'preact/hooks'
import { type InstallPrompt, inIosTab, installPrompt, isInstalled } from '../../browser/installing.ts'
import { to } from '../../browser/route.ts'
import { askToKeep } from '../../browser/storage.ts'
import { install as words } from '../../text/install.ts'
import { Icon } from '../../ui/icon.tsx'
import { useShared } from '../../ui/use-shared.ts'
import { StorageNote } from './StorageNote.tsx'
import '../../styles/install.css'

/** How to put the app on the home screen here, and what the browser says about keeping the diary. */
export function Install() {
  return (
    <div class="stack-wide">
      <div class="stack">
        <h1>{words.title}</h1>
        {isInstalled() ? <p>{words.installed}</p> : inIosTab ? <OnIos /> : <Elsewhere />}
      </div>
      <StorageNote />
    </div>
  )
}

function OnIos() {
  return (
    <>
      <p>{words.iosWhy}</p>
      <IosSteps />
      <p>{words.iosApart}</p>
      <div>
        <a class="button" href={to('backup/moving')}>
          {words.move}
        </a>
      </div>
    </>
  )
}

/** The three steps on an iPhone or iPad, with the pictures that stand there. */
export function IosSteps() {
  const [share, add, open] = words.iosSteps
  return (
    <>
      <ol class="install-steps">
        <li>
          <Icon of={Share} /> {share}
        </li>
        <li>
          <Icon of={SquarePlus} /> {add}
        </li>
        <li>{open}</li>
      </ol>
      <p class="quiet">{words.iosMissing}</p>
    </>
  )
}

function Elsewhere() {
  const prompt = useShared(installPrompt)
  const [outcome, setOutcome] = useState<'accepted' | 'dismissed'>()
  const ask = async (given: InstallPrompt) => {
    await given.prompt()
    const { outcome } = await given.userChoice
    // The browser takes each only once.
    installPrompt.set(undefined)
    setOutcome(outcome)
    // An installed app is more likely to get the promise.
    if (outcome === 'accepted') await askToKeep()
  }
  return (
    <>
      <p>{words.why}</p>
      {prompt && (
        <div>
          <button type="button" class="button main" onClick={() => void ask(prompt)}>
            {words.ask}
          </button>
        </div>
      )}
      {!prompt && !outcome && <p>{words.menu}</p>}
      <p role="status">{outcome && words.outcome[outcome]}</p>
    </>
  )
}
