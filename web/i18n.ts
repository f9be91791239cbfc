import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

export type Language = 'zh-CN' | 'en'

export const LANGUAGES: readonly Language[] = ['zh-CN', 'en']

const KEPT_AS = 'language'

const messages = {
  'zh-CN': () => import('./messages/zh-CN.ts'),
  en: () => import('./messages/en.ts'),
}

function keptLanguage(): Language {
  return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh-CN'
}

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return
  const loaded = await messages[language]()
  i18next.addResourceBundle(language, 'translation', loaded.default)
}

export async function changeLanguage(language: Language): Promise<void> {
  await load(language)
  await i18next.changeLanguage(language)
  localStorage.setItem(KEPT_AS, language)
  document.documentElement.lang = language
}

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: keptLanguage(),
    resources: {},
    fallbackLng: false,
    load: 'currentOnly',
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  })
  takeCodesAsTheyAre()
  await changeLanguage(keptLanguage())
}

/** Both codes are canonical; to have Intl say so for every word took a sixth of the time of a drill. */
function takeCodesAsTheyAre(): void {
  const { languageUtils } = i18next.services as {
    languageUtils: { formatLanguageCode: (code: string) => string }
  }
  languageUtils.formatLanguageCode = (code) => code
}
