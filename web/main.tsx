import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from './i18n.ts'
import { App } from './shell/app.tsx'
import { startDisplay } from './shell/display.ts'
import './tokens.css'
import './base.css'

startDisplay()
await startLanguage()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
