const files = import.meta.glob<object>('./zh-CN/*.json', { eager: true, import: 'default' })

/** All texts of one language: one file a page, told apart by their first key. */
export default Object.assign({}, ...Object.values(files)) as object
