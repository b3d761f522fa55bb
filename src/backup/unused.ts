/** age’s locks by key (38 KB gzip) resolve to this: a backup has a passphrase, and a file locked to a key is refused before. */
export const [MLKEM768P256, MLKEM768X25519, p256, x25519] = [] as undefined[]
