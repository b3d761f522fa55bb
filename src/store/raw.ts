/** IndexedDB by its own means, where Dexie is not there yet or would only stand between. */

export const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/**
 * Opens a database in the version that is there; `undefined` where there is none: it is not begun here.
 * @throws DOMException
 */
export async function openAsItIs(name: string): Promise<IDBDatabase | undefined> {
  const request = indexedDB.open(name)
  let isThere = true
  request.onupgradeneeded = () => {
    isThere = false
    request.transaction?.abort()
  }
  try {
    const db = await answered(request)
    db.onversionchange = () => db.close()
    return db
  } catch (error) {
    if (isThere) throw error
    return undefined
  }
}
