package cloud.laurel.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.jspecify.annotations.Nullable;

/**
 * Takes out what the library notes of each line and surface: a description of its own, and an empty
 * element of the text's structure. A page with a frame of many strokes becomes half as large.
 */
final class Ornaments {

  private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

  /** Kinds of element that mean nothing without content; an empty cell does. */
  private static final Set<String> NEUTRAL = Set.of("Sect", "Div", "Span");

  private Ornaments() {}

  /** Before the document is written. */
  static void slim(PDDocument file) throws IOException {
    for (PDPage page : file.getPages()) {
      slim(file, page);
    }
    PDStructureTreeRoot structure = file.getDocumentCatalog().getStructureTreeRoot();
    if (structure != null) {
      prune(structure.getCOSObject());
    }
  }

  private static void slim(PDDocument file, PDPage page) throws IOException {
    List<Object> tokens = new ArrayList<>();
    Set<COSName> described = new HashSet<>();
    for (Object token : new PDFStreamParser(page).parse()) {
      int last = tokens.size() - 1;
      if (token instanceof Operator operator
          && operator.getName().equals(OperatorName.BEGIN_MARKED_CONTENT_SEQ)
          && tokens.get(last) instanceof COSName properties
          && ARTIFACT.equals(tokens.get(last - 1))) {
        described.add(properties);
        tokens.set(last, Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT));
      } else {
        tokens.add(token);
      }
    }
    if (described.isEmpty()) {
      return;
    }
    PDStream content = new PDStream(file);
    try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
      new ContentStreamWriter(out).writeTokens(tokens);
    }
    page.setContents(content);
    COSDictionary properties =
        page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
    described.forEach(properties::removeItem);
  }

  /** Whether nothing of an element is left. */
  private static boolean prune(COSDictionary element) {
    COSBase children = element.getDictionaryObject(COSName.K);
    if (children instanceof COSArray several) {
      for (int i = several.size() - 1; i >= 0; i--) {
        if (several.getObject(i) instanceof COSDictionary child && prune(child)) {
          several.remove(i);
        }
      }
    } else if (children instanceof COSDictionary child && prune(child)) {
      element.removeItem(COSName.K);
    }
    return NEUTRAL.contains(String.valueOf(element.getNameAsString(COSName.S)))
        && isEmpty(element.getDictionaryObject(COSName.K));
  }

  private static boolean isEmpty(@Nullable COSBase children) {
    return children == null || children instanceof COSArray several && several.size() == 0;
  }
}
