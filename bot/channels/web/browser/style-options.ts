/** Web Chat's looks; the colours come from the page's style, which follows the reader's light or dark preference. */
export const styleOptions = {
  primaryFont: "inherit",
  accent: "var(--accent)",
  backgroundColor: "var(--page)",
  subtle: "var(--faint)",
  paddingRegular: 12,
  hideUploadButton: true,
  // A long answer is shown from its beginning, not from its end.
  autoScrollSnapOnPage: true,
  suggestedActionLayout: "flow",
  bubbleBackground: "var(--paper)",
  bubbleTextColor: "var(--ink)",
  bubbleBorderColor: "var(--line)",
  bubbleBorderRadius: 10,
  bubbleMaxWidth: 640,
  bubbleFromUserBackground: "var(--said)",
  bubbleFromUserTextColor: "var(--ink)",
  bubbleFromUserBorderColor: "var(--said)",
  bubbleFromUserBorderRadius: 10,
  timestampColor: "var(--faint)",
  sendBoxBackground: "var(--paper)",
  sendBoxTextColor: "var(--ink)",
  sendBoxPlaceholderColor: "var(--faint)",
  sendBoxButtonColor: "var(--accent)",
  sendBoxBorderTop: "1px solid var(--line)",
  suggestedActionTextColor: "var(--accent)",
  suggestedActionBorderColor: "var(--accent)",
  suggestedActionBackgroundColor: "var(--paper)",
  suggestedActionBorderRadius: 18,
  failedConnectivity: "var(--ink)",
  slowConnectivity: "var(--person)",
  notificationText: "var(--ink)",
};

/** Web Chat's own words where ours say more. */
export const ownWords = {
  ACTIVITY_BOT_SAID_ALT: "医保明白说：",
  ACTIVITY_BOT_ATTACHED_ALT: "医保明白：",
  CONNECTIVITY_STATUS_ALT_RENDER_ERROR: "这条消息显示不出来，请刷新页面。",
  SUGGESTED_ACTIONS_LABEL_ALT: "可以接着问",
  TEXT_INPUT_PLACEHOLDER: "输入您的问题",
  TYPING_INDICATOR_SINGLE_TEXT: "医保明白正在回复。",
};
