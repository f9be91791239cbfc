import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Plan, Snapshot } from '../api.ts'
import { makeReport, type ReportOrder } from '../api-reports.ts'
import { DateField } from '../date-field/date-field.tsx'
import { pick } from '../format.ts'
import { Picker, type Option } from '../picker/picker.tsx'
import { catalogueQuery } from '../queries.ts'
import { Await } from '../states/await.tsx'
import { Failure } from '../states/failure.tsx'
import { ArchiveMaker } from './archive-maker.tsx'
import { reportsQuery } from './queries.ts'
import { useUnits } from './use-units.ts'

const KINDS = ['quarterly', 'yearly', 'midterm', 'final']

export function OrderForm({ snapshot }: { snapshot: Snapshot }) {
  const catalogue = useQuery(catalogueQuery(snapshot.id))
  const units = useUnits(snapshot)
  return (
    <Await query={catalogue} lines={5}>
      {(plans) => (
        <Await query={units} lines={5}>
          {(all) => <Form snapshot={snapshot} plans={plans} units={all} />}
        </Await>
      )}
    </Await>
  )
}

interface FormProps {
  snapshot: Snapshot
  plans: Plan[]
  units: Option[]
}

function Form({ snapshot, plans, units }: FormProps) {
  const { t, i18n } = useTranslation()
  const [order, setOrder] = useState<ReportOrder>({
    kind: 'midterm',
    plan: plans[0]?.plan ?? '',
    region: '000000',
    asOf: snapshot.asOf,
    snapshot: snapshot.id,
  })
  const set = (part: Partial<ReportOrder>) => setOrder({ ...order, ...part })
  const make = useMake(order)
  return (
    <section className="panel" aria-labelledby="order">
      <h2 id="order">{t('reports.order.title')}</h2>
      <form
        className="order-form"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <Picker
          label={t('reports.order.kind')}
          value={order.kind}
          options={KINDS.map((kind) => ({ value: kind, words: t(`reports.kind.${kind}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <Picker
          label={t('reports.order.plan')}
          value={order.plan}
          options={plans.map(({ plan, name }) => ({
            value: plan,
            words: pick(i18n.language, name),
          }))}
          onChange={(plan) => set({ plan })}
        />
        <Picker
          label={t('reports.order.region')}
          value={order.region}
          options={units}
          onChange={(region) => set({ region })}
        />
        <DateField
          label={t('reports.order.asOf')}
          value={order.asOf}
          onChange={(asOf) => set({ asOf })}
        />
        <button type="submit" className="button button-primary" disabled={make.isPending}>
          {make.isPending ? t('reports.order.making') : t('reports.order.make')}
        </button>
      </form>
      <p className="soft" role="status">
        {make.isPending ? t('reports.order.wait') : ''}
      </p>
      {make.isError && <Failure error={make.error} retry={() => make.mutate()} />}
      <ArchiveMaker order={order} />
    </section>
  )
}

function useMake(order: ReportOrder) {
  const navigate = useNavigate()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => makeReport(order),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: reportsQuery.queryKey })
      await navigate(`/reports/${id}`)
    },
  })
}
