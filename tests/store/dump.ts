/** A whole database as JSON and back, by IndexedDB's own means: what a fixture keeps must not lean on our code. */

interface Store {
  name: string
  keyPath: string | string[]
  indexes: { name: string; keyPath: string | string[]; unique: boolean }[]
  rows: unknown[]
}

export interface Dump {
  version: number
  stores: Store[]
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

export async function dump(name: string): Promise<Dump> {
  const db = await done(indexedDB.open(name))
  const stores: Store[] = []
  for (const storeName of db.objectStoreNames) {
    const store = db.transaction(storeName).objectStore(storeName)
    stores.push({
      name: storeName,
      keyPath: store.keyPath as string | string[],
      indexes: [...store.indexNames].map(index => {
        const { name, keyPath, unique } = store.index(index)
        return { name, keyPath: keyPath as string | string[], unique }
      }),
      rows: (await done(store.getAll())).map(toJson),
    })
  }
  const { version } = db
  db.close()
  return { version, stores }
}

export async function load(name: string, { version, stores }: Dump): Promise<void> {
  const request = indexedDB.open(name, version)
  request.onupgradeneeded = () => {
    for (const { name: storeName, keyPath, indexes, rows } of stores) {
      const store = request.result.createObjectStore(storeName, { keyPath })
      for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique })
      for (const row of rows) store.add(fromJson(row))
    }
  }
  ;(await done(request)).close()
}

/** Bytes are `{ "bytes": base64 }`. */
function toJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toJson(member)]))
}

function fromJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromJson)
  if (typeof value !== 'object' || value === null) return value
  if ('bytes' in value) return Uint8Array.from(Buffer.from(String(value.bytes), 'base64'))
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fromJson(member)]))
}
