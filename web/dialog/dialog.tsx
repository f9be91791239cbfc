import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './dialog.css'

interface DialogBoxProps {
  title: string
  role?: 'dialog' | 'alertdialog'
  isOpen: boolean
  onClose: () => void
  children: ReactNode
}

/** A box over the page that holds the focus until it is closed, by Esc at the latest. */
export function DialogBox({ title, role = 'dialog', isOpen, onClose, children }: DialogBoxProps) {
  const change = (open: boolean) => {
    if (!open) onClose()
  }
  return (
    <ModalOverlay className="dialog" isOpen={isOpen} onOpenChange={change} isDismissable>
      <Modal className="dialog-box">
        <Dialog role={role}>
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
