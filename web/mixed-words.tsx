import { useTranslation } from 'react-i18next'

/** Words of one language with Chinese terms among them, each of which is read out as Chinese. */
export function MixedWords({ words }: { words: string }) {
  const { i18n } = useTranslation()
  if (i18n.language === 'zh-CN') return words
  return words.split(/(\p{Script=Han}+)/u).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={at} lang="zh-CN">
        {part}
      </span>
    ),
  )
}
