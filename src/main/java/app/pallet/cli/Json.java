package app.pallet.cli;

import java.io.PrintWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints an answer as one JSON object. */
final class Json {

  private Json() {}

  static void print(PrintWriter out, Object answer) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    out.println(mapper.writeValueAsString(answer));
    out.flush();
  }
}
