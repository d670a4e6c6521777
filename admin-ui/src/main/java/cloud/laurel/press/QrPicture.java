package cloud.laurel.press;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.util.Map;

/** An address as a QR code: level Q, black on white, with its quiet zone of four modules. */
final class QrPicture {

  private static final int QUIET = 4;

  /** So many that no viewer blurs the edges when it enlarges them. */
  private static final int DOTS_OF_MODULE = 8;

  private QrPicture() {}

  static byte[] of(String address) {
    try {
      BitMatrix modules =
          new QRCodeWriter()
              .encode(
                  address,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.Q,
                      EncodeHintType.MARGIN,
                      QUIET));
      int side = modules.getWidth() * DOTS_OF_MODULE;
      BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          boolean black = modules.get(x / DOTS_OF_MODULE, y / DOTS_OF_MODULE);
          picture.setRGB(x, y, black ? 0 : 0xffffff);
        }
      }
      return Png.of(picture);
    } catch (WriterException e) {
      throw new PressRefused(PressRefused.Why.TOO_LONG, address);
    }
  }
}
