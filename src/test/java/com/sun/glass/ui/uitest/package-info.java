/**
 * The door to the "UiTest" platform. JavaFX looks for a platform named X in the class {@code
 * com.sun.glass.ui.x.XPlatformFactory}, so this package has to sit where it sits. Test code only,
 * and bound to the exact JavaFX version in the pom.
 */
package com.sun.glass.ui.uitest;
