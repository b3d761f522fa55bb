import type { ManifestOptions } from 'vite-plugin-pwa'

/** What the phone shows about the installed app: neutral, because others see the home screen too. */
export const manifest = {
  id: './',
  name: 'Doorstep Diary',
  short_name: 'Diary',
  description: 'A diary that stays on this phone.',
  lang: 'en-GB',
  dir: 'ltr',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#faf6ee',
  theme_color: '#faf6ee',
  categories: ['utilities'],
  icons: [
    { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: 'icons/monochrome.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'monochrome' },
  ],
  shortcuts: [
    {
      name: 'Log an incident',
      short_name: 'Log',
      url: './#/log',
      icons: [{ src: 'icons/icon-192.png', sizes: '192x192' }],
    },
    { name: 'Sheet', url: './#/sheet', icons: [{ src: 'icons/icon-192.png', sizes: '192x192' }] },
  ],
} satisfies Partial<ManifestOptions>
