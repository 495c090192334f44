package app.pallet.operation.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recipes as JSON, described in docs/recipes.md. A word that is not known is refused with its
 * place: a step that is silently left out would change the wrong prices. Stateless, for any thread.
 */
public final class RecipeFile {

  private static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RecipeFile() {}

  /**
   * Reads a recipe.
   *
   * @param source what it is called in messages, such as the name of the file
   * @throws RecipeException if it can't be read, with the place
   */
  public static Recipe read(String text, String source) {
    try {
      return recipe(JSON.readTree(text));
    } catch (JacksonException e) {
      throw new RecipeException(
          "%s is no JSON at line %d, column %d: %s"
              .formatted(
                  source,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    } catch (RecipeException e) {
      throw new RecipeException("%s: %s".formatted(source, e.getMessage()), e);
    }
  }

  /** Writes a recipe, so that reading gives an equal one. */
  public static String write(Recipe recipe) {
    ObjectNode root = JSON.createObjectNode();
    root.put("recipe", recipe.name()).put("version", VERSION);
    ArrayNode steps = root.putArray("steps");
    for (Step step : recipe.steps()) {
      ObjectNode node = steps.addObject();
      node.put("do", step.operation()).put("column", step.column());
      step.arguments().forEach((word, argument) -> put(node, word, argument));
      step.where().ifPresent(where -> node.put("where", where));
      if (step.skipped()) {
        node.put("skip", true);
      }
    }
    return JSON.writeValueAsString(root);
  }

  private static void put(ObjectNode node, String word, Argument argument) {
    switch (argument) {
      case Argument.Given(List<String> all) when all.size() == 1 -> node.put(word, all.getFirst());
      case Argument.Given(List<String> all) -> all.forEach(node.putArray(word)::add);
      case Argument.Asked(String name, Optional<String> otherwise) -> {
        ObjectNode asked = node.putObject(word).put("ask", name);
        otherwise.ifPresent(text -> asked.put("default", text));
      }
    }
  }

  private static Recipe recipe(JsonNode root) {
    requireObject(root, "the recipe");
    requireWords(root, Set.of("recipe", "version", "steps"), "the recipe");
    int version = root.path("version").asInt(VERSION);
    if (version != VERSION) {
      throw new RecipeException(
          "it has the form %d of a newer Pallet; this one reads %d".formatted(version, VERSION));
    }
    JsonNode steps = root.path("steps");
    if (!steps.isArray() || steps.isEmpty()) {
      throw new RecipeException("\"steps\" is a list of at least one step");
    }
    List<Step> read = new ArrayList<>();
    for (JsonNode step : steps) {
      read.add(step(step, "step " + (read.size() + 1)));
    }
    return new Recipe(required(root, "recipe", "the recipe"), read);
  }

  private static Step step(JsonNode node, String place) {
    requireObject(node, place);
    String operation = required(node, "do", place);
    String column = required(node, "column", place);
    List<String> words = known(operation, place);
    Map<String, Argument> arguments = new LinkedHashMap<>();
    Optional<String> where = Optional.empty();
    boolean skipped = false;
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String word = field.getKey();
      String here = "%s, \"%s\"".formatted(place, word);
      switch (word) {
        case "do", "column" -> {}
        case "where" -> where = Optional.of(text(field.getValue(), here));
        case "skip" -> skipped = text(field.getValue(), here).equals("true");
        default -> {
          if (!words.contains(word)) {
            throw new RecipeException(
                "%s: \"%s\" is not known for %s; known are %s"
                    .formatted(place, word, operation, String.join(", ", inAStep(words))));
          }
          arguments.put(word, argument(field.getValue(), here));
        }
      }
    }
    return new Step(operation, column, arguments, where, skipped);
  }

  private static List<String> inAStep(List<String> words) {
    List<String> all = new ArrayList<>(List.of("do", "column"));
    all.addAll(words);
    all.addAll(List.of("where", "skip"));
    return all;
  }

  private static List<String> known(String operation, String place) {
    try {
      return StepKind.of(operation).words();
    } catch (RecipeException e) {
      throw new RecipeException("%s: %s".formatted(place, e.getMessage()), e);
    }
  }

  private static Argument argument(JsonNode node, String place) {
    if (node.isArray()) {
      List<String> texts = new ArrayList<>();
      node.forEach(each -> texts.add(text(each, place)));
      return new Argument.Given(texts);
    }
    if (node.isObject()) {
      requireWords(node, Set.of("ask", "default"), place);
      Optional<String> otherwise =
          node.has("default") ? Optional.of(text(node.get("default"), place)) : Optional.empty();
      return new Argument.Asked(required(node, "ask", place), otherwise);
    }
    return Argument.Given.of(text(node, place));
  }

  private static String text(JsonNode node, String place) {
    if (!node.isValueNode() || node.isNull()) {
      throw new RecipeException(place + ": a text, a number, true or false is wanted");
    }
    return node.isNumber() ? node.decimalValue().toString() : node.asString();
  }

  private static String required(JsonNode node, String word, String place) {
    JsonNode value = node.get(word);
    if (value == null || !value.isString() || value.asString().isBlank()) {
      throw new RecipeException("%s: the text \"%s\" is missing".formatted(place, word));
    }
    return value.asString();
  }

  private static void requireObject(JsonNode node, String place) {
    if (!node.isObject()) {
      throw new RecipeException(place + " is an object in braces");
    }
  }

  private static void requireWords(JsonNode node, Set<String> words, String place) {
    for (String word : node.propertyNames()) {
      if (!words.contains(word)) {
        throw new RecipeException(
            "%s: \"%s\" is not known; known are %s"
                .formatted(place, word, String.join(", ", words.stream().sorted().toList())));
      }
    }
  }
}
