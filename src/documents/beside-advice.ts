/** Where graver advice stands, a weaker word on what to do would take it back. */
export const besideAdvice = 'Say this too to those who help you.';
