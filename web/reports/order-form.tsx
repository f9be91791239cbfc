import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Plan, Snapshot } from '../api.ts'
import { makeReport, type ReportOrder } from '../api-reports.ts'
import { pick } from '../format.ts'
import { Picker } from '../picker/picker.tsx'
import { catalogueQuery } from '../queries.ts'
import { Await } from '../states/await.tsx'
import { Failure } from '../states/failure.tsx'
import { ArchiveMaker } from './archive-maker.tsx'
import { reportsQuery } from './queries.ts'
import { useUnits } from './use-units.ts'

const KINDS = ['quarterly', 'yearly', 'midterm', 'final']

export function OrderForm({ snapshot }: { snapshot: Snapshot }) {
  const catalogue = useQuery(catalogueQuery(snapshot.id))
  return (
    <Await query={catalogue} lines={5}>
      {(plans) => <Form snapshot={snapshot} plans={plans} />}
    </Await>
  )
}

function Form({ snapshot, plans }: { snapshot: Snapshot; plans: Plan[] }) {
  const { t, i18n } = useTranslation()
  const units = useUnits(snapshot)
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
        <label className="order-day">
          <span>{t('reports.order.asOf')}</span>
          <input
            type="date"
            required
            min="2015-01-01"
            max="2030-12-31"
            value={order.asOf}
            onChange={(event) => set({ asOf: event.target.value })}
          />
        </label>
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
