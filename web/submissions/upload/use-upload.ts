import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import {
  acceptUpload,
  checkUpload,
  fetchUpload,
  leaveUpload,
  type Sending,
  type Upload,
} from '../../api-submissions.ts'
import { snapshotsQuery } from '../../queries.ts'

const LOOK_MS = 300

export type Choice = Pick<Sending, 'extract' | 'form' | 'file'>

/** One file's way: sent, checked, and if its sender says so accepted and loaded. */
export function useUpload(place: Sending['place']) {
  const client = useQueryClient()
  const [id, setId] = useState<string | null>(null)
  const [sent, setSent] = useState(0)
  const stop = useRef(new AbortController())
  const check = useMutation({
    mutationFn: (choice: Choice) => {
      setSent(0)
      stop.current = new AbortController()
      return checkUpload({ ...choice, place, onSent: setSent, signal: stop.current.signal })
    },
    onSuccess: (upload) => setId(upload.id),
  })
  const found = useQuery({
    queryKey: ['upload', place, id],
    queryFn: ({ signal }) => fetchUpload(place, id ?? '', signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? LOOK_MS : false),
  })
  const accept = useMutation({
    mutationFn: () => acceptUpload(place, id ?? ''),
    onSuccess: () => client.invalidateQueries({ queryKey: ['upload', place, id] }),
  })
  const state = found.data?.state
  useEffect(() => {
    if (state === 'loaded') void client.invalidateQueries(snapshotsQuery)
  }, [client, state])
  const leave = () => {
    stop.current.abort()
    if (id !== null && state === 'checked') leaveUpload(place, id).catch(() => undefined)
    setId(null)
    check.reset()
    accept.reset()
  }
  const error = check.error ?? accept.error ?? found.error
  return {
    check,
    accept,
    leave,
    sent,
    error,
    upload: id === null ? null : (found.data ?? null),
    id,
  }
}

function isUnderWay(upload: Upload | undefined): boolean {
  return upload === undefined || upload.state === 'checking' || upload.state === 'loading'
}
