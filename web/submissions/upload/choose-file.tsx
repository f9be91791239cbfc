import { useId, useState, type SyntheticEvent } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Picker } from '../../picker/picker.tsx'
import { extractWords } from '../file-words.ts'
import { EXTRACTS, extractOf, formOf, FORMS } from './file-name.ts'
import type { Choice } from './use-upload.ts'

const ACCEPTED = FORMS.map((form) => `.${form}`)

interface ChooseFileProps {
  onChosen: (choice: Choice) => void
}

/** What is missing is told, and the focus goes to where it is chosen. */
function focusOn({ currentTarget }: SyntheticEvent<HTMLFormElement>, field: 'button' | 'select') {
  currentTarget.querySelector<HTMLElement>(field)?.focus()
}

function Wrong({ words }: { words: string }) {
  return (
    <p className="upload-wrong" role="alert">
      {words}
    </p>
  )
}

/** A file of this machine, and what it is: guessed by its name, said by its sender. */
export function ChooseFile({ onChosen }: ChooseFileProps) {
  const { t } = useTranslation()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [extract, setExtract] = useState('')
  const [asked, setAsked] = useState(false)
  const form = file === null ? null : formOf(file.name)
  const wrong = file !== null && form === null
  const choose = (chosen: File | null) => {
    setFile(chosen)
    const guess = chosen && extractOf(chosen.name, (one) => extractWords(t, one))
    if (guess) setExtract(guess)
  }
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (file === null || form === null) focusOn(event, 'button')
    else if (extract === '') focusOn(event, 'select')
    else onChosen({ file, form, extract })
  }
  return (
    <form className="upload-form" onSubmit={submit}>
      <div className="upload-file">
        <span className="upload-label" id={`${id}-label`}>
          {t('upload.file')}
        </span>
        <div className="upload-chosen">
          <FileTrigger acceptedFileTypes={ACCEPTED} onSelect={(list) => choose(list?.[0] ?? null)}>
            <Button className="button" aria-describedby={`${id}-label ${id}-name`}>
              {t(file === null ? 'upload.chooseFile' : 'upload.otherFile')}
            </Button>
          </FileTrigger>
          <span id={`${id}-name`} className={file === null ? 'soft' : 'upload-name'}>
            {file?.name ?? t('upload.noFile')}
          </span>
        </div>
        {wrong && <Wrong words={t('upload.wrongForm')} />}
        {asked && file === null && <Wrong words={t('upload.needFile')} />}
      </div>
      <Picker
        label={t('upload.extract')}
        value={extract}
        options={[
          ...(extract === '' ? [{ value: '', words: t('upload.choose') }] : []),
          ...EXTRACTS.map((one) => ({ value: one, words: extractWords(t, one) })),
        ]}
        onChange={setExtract}
      />
      {asked && file !== null && !wrong && extract === '' && (
        <Wrong words={t('upload.needExtract')} />
      )}
      <button type="submit" className="button button-primary">
        {t('upload.check')}
      </button>
    </form>
  )
}
