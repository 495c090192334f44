package com.sun.glass.ui.uitest;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.delegate.ClipboardDelegate;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.UiTestApplication;

/**
 * Chosen with {@code -Dglass.platform=UiTest}: JavaFX's headless platform, plus what a test of a
 * real window needs from it. JavaFX makes one when the toolkit starts.
 */
public final class UiTestPlatformFactory extends HeadlessPlatformFactory {
  @Override
  public Application createApplication() {
    return new UiTestApplication();
  }

  /**
   * The headless platform's board of what is dragged throws at everything; JavaFX's own holds it.
   */
  @Override
  public ClipboardDelegate createClipboardDelegate() {
    ClipboardDelegate headless = super.createClipboardDelegate();
    return name -> Clipboard.DND.equals(name) ? null : headless.createClipboard(name);
  }
}
