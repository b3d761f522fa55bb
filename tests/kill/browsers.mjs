// The browsers, each as a program with a folder of its own: started on a page, and killed with all its processes.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromiumFlags, chromiumPath } from '../harness/site.mjs'

/** Starts a program in a process group of its own, so that killing the group kills the whole browser and nothing else. */
function start(command, args, env = {}) {
  const child = spawn(command, args, { detached: true, stdio: 'ignore', env: { ...process.env, ...env } })
  const group = -child.pid
  const alive = () => {
    try {
      process.kill(group, 0)
      return true
    } catch (error) {
      if (error.code !== 'ESRCH') throw error
      return false
    }
  }
  return {
    /** The group, for whoever wants to kill one process of it. */
    group: child.pid,
    async kill() {
      if (alive()) process.kill(group, 'SIGKILL')
      for (let waited = 0; alive() && waited < 10_000; waited += 20) await pause(20)
    },
  }
}

/** One screen for all windows that need one; it ends with this program. */
let screen
async function display() {
  screen ??= new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    server.once('error', reject)
    server.stdio[3].once('data', number => resolve(`:${String(number).trim()}`))
    process.once('exit', () => server.kill())
    server.unref()
    server.stdio[3].unref()
  })
  return await screen
}

const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'

export const browsers = {
  chromium: {
    program: chromiumPath,
    install: 'apt-get install chromium',
    start: (profile, url) =>
      start(chromiumPath, [
        '--headless=new',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        ...chromiumFlags,
        url,
      ]),
  },
  firefox: {
    program: '/usr/bin/firefox-esr',
    install: 'apt-get install firefox-esr',
    start(profile, url) {
      mkdirSync(profile, { recursive: true })
      // No first-run pages, no updates, no network but the test's own.
      const prefs = {
        'browser.shell.checkDefaultBrowser': false,
        'browser.startup.homepage_override.mstone': 'ignore',
        'browser.aboutwelcome.enabled': false,
        'datareporting.policy.dataSubmissionEnabled': false,
        'toolkit.startup.max_resumed_crashes': -1,
        'browser.sessionstore.resume_from_crash': false,
        'app.update.enabled': false,
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
        // Its own pictures of pages would open the page once more, with a storage of their own, and answer for it.
        'browser.pagethumbnails.capturing_disabled': true,
      }
      writeFileSync(
        join(profile, 'user.js'),
        Object.entries(prefs)
          .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
          .join(''),
      )
      return start('firefox-esr', ['--headless', '--no-remote', '--profile', profile, url], { HOME: profile })
    },
  },
  webkit: {
    program: miniBrowser,
    install: 'apt-get install webkit2gtk-driver xvfb dbus',
    // Its automation mode keeps nothing: the plain browser, which nobody can drive, keeps what it is given.
    start: async (profile, url) =>
      start('dbus-run-session', ['--', miniBrowser, url], {
        DISPLAY: await display(),
        HOME: profile,
        XDG_DATA_HOME: join(profile, 'data'),
        XDG_CACHE_HOME: join(profile, 'cache'),
        XDG_CONFIG_HOME: join(profile, 'config'),
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      }),
  },
}
