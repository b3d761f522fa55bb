import { Frame } from './frame.tsx'
import { HomeTop } from './home-top.tsx'

/** What index.html shows of home before any script runs (tools/frame-in-page.ts). */
export const AtOnce = () => (
  <Frame here="">
    <div class="stack">
      <HomeTop />
    </div>
  </Frame>
)
