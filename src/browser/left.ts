/** Whether somebody left the diary quickly in this window: until they come back it shows a page that tells nothing. */
const name = 'doorstep.left'

export const hasLeft = (): boolean => sessionStorage.getItem(name) !== null
export const setLeft = (): void => sessionStorage.setItem(name, '1')
export const setBack = (): void => sessionStorage.removeItem(name)
