type Template = {
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly enabled?: boolean;
  readonly submenu?: readonly Template[];
  readonly click?: (...args: unknown[]) => void;
};

type MenuItem = {
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly enabled: boolean;
  readonly submenu: Menu | undefined;
  readonly click: () => void;
};

let applicationMenu: Menu | null = null;

/** A menu as data: nothing draws it. What a role does by itself is Electron's and is not done here. */
export class Menu {
  readonly items: readonly MenuItem[];

  constructor(template: readonly Template[] = []) {
    this.items = template.map((one) => ({
      label: one.label ?? '',
      role: one.role,
      type: one.type ?? (one.submenu === undefined ? 'normal' : 'submenu'),
      enabled: one.enabled ?? true,
      submenu: one.submenu === undefined ? undefined : new Menu(one.submenu),
      click: () => one.click?.(),
    }));
  }

  static buildFromTemplate = (template: readonly Template[]): Menu => new Menu(template);
  static setApplicationMenu = (menu: Menu | null): void => {
    applicationMenu = menu;
  };
  static getApplicationMenu = (): Menu | null => applicationMenu;
}
