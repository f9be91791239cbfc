import { useState } from 'react'
import {
  Autocomplete,
  Button,
  Dialog,
  Heading,
  Input,
  Label,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Await } from '../states/await.tsx'
import { useView, viewAddress, type View } from '../view.ts'
import { Results } from './results.tsx'
import { useFound } from './use-found.ts'
import './search.css'

/** The overview of what was chosen; what else is looked at stays. */
function addressOf(id: string, view: View): string {
  const [kind, first = '', second = ''] = id.split(' ')
  const chosen = kind === 'region' ? { region: first } : { plan: first, indicator: second }
  return viewAddress({ ...view, status: null, ...chosen })
}

/** Regions and indicators by name, pinyin or code; Enter opens the overview there. */
export function SearchDialog({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const view = useView()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const choose = (id: string) => {
    close()
    void navigate(addressOf(id, view))
  }
  return (
    <ModalOverlay
      className="search"
      isOpen
      onOpenChange={(open) => {
        if (!open) close()
      }}
      isDismissable
    >
      <Modal className="search-box">
        <Dialog>
          <Heading slot="title">{t('search.title')}</Heading>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField className="search-field" autoFocus>
              <Label>{t('search.label')}</Label>
              <Input className="search-input" maxLength={40} />
            </SearchField>
            <Outcome typed={typed} choose={choose} />
          </Autocomplete>
          <Button slot="close" className="button">
            {t('search.close')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface OutcomeProps {
  typed: string
  choose: (id: string) => void
}

function Outcome({ typed, choose }: OutcomeProps) {
  const { t } = useTranslation()
  const found = useFound(typed)
  if (typed.trim() === '') return <p className="search-none">{t('search.hint')}</p>
  return (
    <Await query={found} lines={3}>
      {(all) => (
        <>
          <p role="status" className="search-count">
            {t('search.count', {
              indicators: all.indicators.length,
              regions: all.regions.length,
            })}
          </p>
          <Results found={all} onChoose={choose} />
        </>
      )}
    </Await>
  )
}
