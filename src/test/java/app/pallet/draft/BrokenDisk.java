package app.pallet.draft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A disk that can be full, fail to force, or take its time. */
final class BrokenDisk implements DraftChannel.Opener {

  final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
  volatile boolean failsToForce;
  volatile CountDownLatch forcing = new CountDownLatch(0);

  @Override
  public DraftChannel over(FileChannel file) {
    DraftChannel real = new DraftChannel.OfFile(file);
    return new DraftChannel() {
      @Override
      public void write(ByteBuffer bytes, long position) throws IOException {
        if (bytes.remaining() > room.get()) {
          real.write(bytes.slice(bytes.position(), (int) room.get()), position);
          room.set(0);
          throw new IOException("No space left on device");
        }
        room.addAndGet(-bytes.remaining());
        real.write(bytes, position);
      }

      @Override
      public void force() throws IOException {
        try {
          forcing.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        if (failsToForce) {
          throw new IOException("Input/output error");
        }
        real.force();
      }

      @Override
      public void truncate(long size) throws IOException {
        real.truncate(size);
      }
    };
  }
}
