package app.pallet.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well texts, signs and tints stand out, by the rule of WCAG 2, computed from the style sheets
 * as they are. The least ratios are those the face was drawn with.
 */
class FaceContrastTest {

  private static final Pattern TOKEN =
      Pattern.compile("(-(?:face|color)-[a-z0-9-]+)\\s*:\\s*([^;]+);");
  private static final Map<String, String> LIGHT = tokens("light");
  private static final Map<String, String> DARK = tokens("dark");

  @ParameterizedTest
  @CsvSource({
    "-color-fg-default, -color-bg-default, 14.6, 12.2", // text on the table
    "-color-fg-muted, -color-bg-default, 6.3, 6.1",
    "-color-fg-muted, -face-bar, 6.0, 5.6",
    "-color-fg-default, -face-added, 12.8, 8.6",
    "-color-fg-default, -face-edited, 13.1, 8.0",
    "-color-fg-muted, -face-deleted, 5.7, 5.3",
    "-face-problem-fg, -face-problem, 6.4, 7.1",
    "-color-fg-default, -face-conflict, 12.1, 8.8",
    "-color-accent-fg, -face-preview, 4.6, 5.7",
    "-color-fg-muted, -face-preview, 5.6, 4.7",
    "-color-fg-default, -face-chosen, 12.5, 8.8",
    "-color-fg-default, -face-hit, 10.9, 4.6",
    "-face-hit-text, -face-hit-current, 7.1, 8.7",
    "-color-warning-fg, -face-edited, 4.3, 4.9", // corners, bars and rings
    "-face-conflict-fg, -color-bg-default, 6.0, 7.2",
    "-color-accent-emphasis, -color-bg-default, 5.1, 4.0",
    "-color-success-fg, -face-head, 4.6, 4.6", // signs at the row's number
    "-color-warning-fg, -face-head, 4.5, 4.6",
    "-color-danger-fg, -face-head, 4.6, 4.6",
    "-face-added, -color-bg-default, 1.13, 1.41", // tints
    "-face-edited, -color-bg-default, 1.11, 1.51",
    "-face-deleted, -color-bg-default, 1.10, 1.15",
    "-face-problem, -color-bg-default, 1.20, 1.35",
    "-face-conflict, -color-bg-default, 1.20, 1.37",
    "-face-preview, -color-bg-default, 1.12, 1.29",
    "-face-chosen, -color-bg-default, 1.16, 1.38"
  })
  void oneStandsOutOnTheOther(String front, String back, double light, double dark) {
    assertThat(ratio(LIGHT, front, back)).as("light").isGreaterThanOrEqualTo(light);
    assertThat(ratio(DARK, front, back)).as("dark").isGreaterThanOrEqualTo(dark);
  }

  @Test
  void bothThemesHaveTheSameTwentyOneColours() {
    assertThat(LIGHT.keySet()).filteredOn(name -> name.startsWith("-face-")).hasSize(21);
    assertThat(DARK.keySet()).containsExactlyInAnyOrderElementsOf(LIGHT.keySet());
  }

  private static double ratio(Map<String, String> theme, String front, String back) {
    Color table = colour(theme, "-color-bg-default");
    double one = luminance(over(colour(theme, back), table));
    double other = luminance(over(colour(theme, front), table));
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  /** A colour, with those that are called by another's name looked up. */
  private static Color colour(Map<String, String> theme, String name) {
    String value = Objects.requireNonNull(theme.get(name), name);
    return value.startsWith("-") ? colour(theme, value) : Color.web(value);
  }

  private static Color over(Color front, Color back) {
    return back.interpolate(
        Color.color(front.getRed(), front.getGreen(), front.getBlue()), front.getOpacity());
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double share) {
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static Map<String, String> tokens(String theme) {
    Map<String, String> tokens = new HashMap<>();
    read("/atlantafx/base/theme/primer-" + theme + ".css", tokens);
    read(theme + ".css", tokens);
    return tokens;
  }

  /** The colours of a sheet's root, which comes first; those of single controls don't count. */
  private static void read(String file, Map<String, String> tokens) {
    try (InputStream in =
        Objects.requireNonNull(FaceContrastTest.class.getResourceAsStream(file), file)) {
      String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String root = sheet.substring(sheet.indexOf(".root"));
      Matcher found = TOKEN.matcher(root.substring(0, root.indexOf('}')));
      while (found.find()) {
        tokens.put(found.group(1), found.group(2).strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
