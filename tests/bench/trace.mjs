// How long the main thread was busy, on its own clock: on a machine that others use too, wall time says little.

/**
 * Traces `work` and looks at every task of the page's main thread. Under CPU slow-down the thread's own time is slowed
 * down with it (measured), while time in which the machine did something else is left out.
 * @returns tasks of more than 50 ms, the longest in ms, and what all of them took beyond 50 ms each ("blocking"); then the
 * longest in which the page did something, and the longest in which the engine only collected what was let go (`tidying`)
 */
export async function tasksOf(devtools, work) {
  const events = []
  const collect = ({ value }) => events.push(...value)
  devtools.on('Tracing.dataCollected', collect)
  const complete = new Promise(done => devtools.once('Tracing.tracingComplete', done))
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'cppgc'] },
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
  const here = events.filter(({ pid, tid }) => threads.has(`${pid} ${tid}`))
  const tasks = here.filter(({ name }) => /RunTask$/.test(name))
  const took = ({ tdur = 0 }) => tdur / 1000
  const long = tasks.filter(task => took(task) > 50)
  const tidying = long.filter(task => isTidying(here.filter(one => isIn(one, task))))
  const longest = some => Math.round(some.reduce((most, task) => Math.max(most, took(task)), 0))
  return {
    tasks: tasks.length,
    over50: long.length,
    longest: longest(tasks),
    blocking: Math.round(long.reduce((sum, task) => sum + took(task) - 50, 0)),
    own: longest(tasks.filter(task => !tidying.includes(task))),
    tidying: longest(tidying),
  }
}

const isIn = (one, task) => one !== task && one.ts >= task.ts && one.ts < task.ts + task.dur

/** Whether a task was the engine's memory alone: at a time that it chooses, no work of the page in it. */
const isTidying = inside =>
  inside.some(({ name }) => /^(MajorGC|CppGC\.)/.test(name)) &&
  !inside.some(({ name }) =>
    /^(FunctionCall|EvaluateScript|EventDispatch|TimerFire|Layout|UpdateLayoutTree|Paint)$/.test(name),
  )
