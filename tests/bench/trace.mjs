// How long the main thread was busy, on its own clock: on a machine that others use too, wall time says little.

/**
 * Traces `work` and looks at every task of the page's main thread. Under CPU slow-down the thread's own time is slowed
 * down with it (measured), while time in which the machine did something else is left out.
 * @returns tasks of more than 50 ms, the longest in ms, and what all of them took beyond 50 ms each ("blocking")
 */
export async function tasksOf(devtools, work) {
  const events = []
  const collect = ({ value }) => events.push(...value)
  devtools.on('Tracing.dataCollected', collect)
  const complete = new Promise(done => devtools.once('Tracing.tracingComplete', done))
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  })
  await work()
  await devtools.send('Tracing.end')
  await complete
  devtools.off('Tracing.dataCollected', collect)
  return summed(events)
}

export function summed(events) {
  const pages = new Set(events.filter(({ name }) => name === 'FunctionCall').map(({ pid }) => pid))
  const threads = new Set(
    events
      .filter(
        ({ name, args, pid }) => name === 'thread_name' && args.name === 'CrRendererMain' && pages.has(pid),
      )
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = events
    .filter(({ name, pid, tid }) => /RunTask$/.test(name) && threads.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000)
  const long = tasks.filter(ms => ms > 50)
  return {
    tasks: tasks.length,
    over50: long.length,
    longest: Math.round(Math.max(0, ...tasks)),
    blocking: Math.round(long.reduce((sum, ms) => sum + ms - 50, 0)),
  }
}
