/** The colours a webview is given under the editor's standard themes; those the reader page uses. */
export const themes = {
  light: {
    class: 'vscode-light',
    colours: {
      'editor-background': '#ffffff', 'editor-foreground': '#3b3b3b', 'editor-selectionBackground': '#add6ff', 'editorGroup-border': '#e5e5e5',
      'textLink-foreground': '#005fb8', 'textLink-activeForeground': '#005fb8', 'focusBorder': '#005fb8', 'disabledForeground': '#61616180',
      'toolbar-hoverBackground': '#b8b8b850', 'toolbar-activeBackground': '#a6a6a650',
      'inputOption-activeBackground': '#bed6ed', 'inputOption-activeForeground': '#000000', 'inputOption-activeBorder': '#005fb8',
      'dropdown-background': '#ffffff', 'dropdown-foreground': '#3b3b3b', 'dropdown-border': '#cecece',
      'textBlockQuote-border': '#e5e5e5', 'editorWidget-background': '#f8f8f8', 'editorWidget-foreground': '#3b3b3b', 'editorWidget-border': '#c8c8c8', 'widget-shadow': '#00000029',
      'button-background': '#005fb8', 'button-foreground': '#ffffff', 'button-hoverBackground': '#0258a8', 'button-border': '#0000001a',
      'progressBar-background': '#005fb8', 'editorWarning-foreground': '#bf8803', 'editorInfo-foreground': '#1a85ff', 'editor-findMatchHighlightBackground': '#ea5c0055', 'badge-background': '#cccccc', 'badge-foreground': '#3b3b3b',
    },
  },
  dark: {
    class: 'vscode-dark',
    colours: {
      'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc', 'editor-selectionBackground': '#264f78', 'editorGroup-border': '#ffffff17',
      'textLink-foreground': '#4daafc', 'textLink-activeForeground': '#4daafc', 'focusBorder': '#0078d4', 'disabledForeground': '#cccccc80',
      'toolbar-hoverBackground': '#5a5d5e50', 'toolbar-activeBackground': '#63666750',
      'inputOption-activeBackground': '#2489db82', 'inputOption-activeForeground': '#ffffff', 'inputOption-activeBorder': '#2488db',
      'dropdown-background': '#313131', 'dropdown-foreground': '#cccccc', 'dropdown-border': '#3c3c3c',
      'textBlockQuote-border': '#616161', 'editorWidget-background': '#202020', 'editorWidget-foreground': '#cccccc', 'editorWidget-border': '#454545', 'widget-shadow': '#0000005c',
      'button-background': '#0078d4', 'button-foreground': '#ffffff', 'button-hoverBackground': '#026ec1', 'button-border': '#ffffff1a',
      'progressBar-background': '#0078d4', 'editorWarning-foreground': '#cca700', 'editorInfo-foreground': '#3794ff', 'editor-findMatchHighlightBackground': '#ea5c0055',
    },
  },
  highContrast: {
    class: 'vscode-high-contrast',
    colours: {
      'editor-background': '#000000', 'editor-foreground': '#ffffff', 'editor-selectionBackground': '#ffffff', 'editor-selectionForeground': '#000000', 'editorGroup-border': '#6fc3df',
      'textLink-foreground': '#21a6ff', 'textLink-activeForeground': '#21a6ff', 'focusBorder': '#f38518', 'disabledForeground': '#a5a5a5',
      'inputOption-activeBackground': '#00000000', 'inputOption-activeForeground': '#ffffff', 'inputOption-activeBorder': '#6fc3df',
      'dropdown-background': '#000000', 'dropdown-foreground': '#ffffff', 'dropdown-border': '#6fc3df', 'contrastBorder': '#6fc3df', 'contrastActiveBorder': '#f38518',
      'textBlockQuote-border': '#ffffff', 'editorWidget-background': '#0c141f', 'editorWidget-foreground': '#ffffff', 'editorWidget-border': '#6fc3df',
      'button-foreground': '#ffffff', 'button-border': '#6fc3df', 'progressBar-background': '#6fc3df', 'editorWarning-foreground': '#ffd370', 'editorInfo-foreground': '#3794ff', 'editor-findMatchHighlightBorder': '#f38518',
    },
  },
  highContrastLight: {
    class: 'vscode-high-contrast vscode-high-contrast-light',
    colours: {
      'editor-background': '#ffffff', 'editor-foreground': '#292929', 'editor-selectionBackground': '#0f4a85', 'editor-selectionForeground': '#ffffff', 'editorGroup-border': '#0f4a85',
      'textLink-foreground': '#0f4a85', 'textLink-activeForeground': '#0f4a85', 'focusBorder': '#006bbd', 'disabledForeground': '#7f7f7f',
      'inputOption-activeBackground': '#00000000', 'inputOption-activeForeground': '#292929', 'inputOption-activeBorder': '#0f4a85',
      'dropdown-background': '#ffffff', 'dropdown-foreground': '#292929', 'dropdown-border': '#0f4a85', 'contrastBorder': '#0f4a85', 'contrastActiveBorder': '#006bbd',
      'textBlockQuote-border': '#292929', 'editorWidget-background': '#ffffff', 'editorWidget-foreground': '#292929', 'editorWidget-border': '#0f4a85',
      'button-background': '#0f4a85', 'button-foreground': '#ffffff', 'button-border': '#0f4a85', 'progressBar-background': '#0f4a85', 'editorWarning-foreground': '#895503', 'editorInfo-foreground': '#1a85ff', 'editor-findMatchHighlightBorder': '#006bbd',
    },
  },
} as const;

export type ThemeName = keyof typeof themes;

/** The style and the body classes the editor would put on the page. */
export function themeSetup(name: ThemeName): { readonly style: Readonly<Record<string, string>>; readonly className: string } {
  const { colours, class: className } = themes[name];
  const fonts = { 'font-family': 'system-ui, sans-serif', 'font-size': '13px', 'editor-font-family': 'monospace', 'editor-font-size': '14px' };
  const style = Object.fromEntries(Object.entries({ ...colours, ...fonts }).map(([variable, value]) => [`--vscode-${variable}`, value]));
  return { style, className };
}
