/** The version of the tables (see tables.ts). Apart from them because the service worker tells it and needs nothing else. */
export const databaseVersion = 2
