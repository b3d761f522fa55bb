/** Whether somebody left the diary quickly in this window: until they come back it shows a page that tells nothing. */
export const leftName = 'doorstep.left'

export const hasLeft = (): boolean => sessionStorage.getItem(leftName) !== null
