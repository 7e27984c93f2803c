/*
 * Loaded before the C library (LD_PRELOAD), it makes fsync and fdatasync wait before they do their
 * work: for as many nanoseconds as the first eight bytes of a file say, which may change at any time.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *delay;
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);

__attribute__((constructor)) static void prepare(void) {
  real_fsync = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  const char *path = getenv("LEDGER_BENCH_DELAY_FILE");
  int file = path == NULL ? -1 : open(path, O_RDONLY | O_CLOEXEC);
  if (file >= 0) {
    void *mapped = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
    delay = mapped == MAP_FAILED ? NULL : mapped;
    close(file);
  }
}

static void wait_first(void) {
  int64_t nanoseconds = delay == NULL ? 0 : *delay;
  if (nanoseconds > 0) {
    struct timespec rest = {nanoseconds / 1000000000, nanoseconds % 1000000000};
    while (nanosleep(&rest, &rest) != 0 && errno == EINTR) {
    }
  }
}

int fsync(int file) {
  wait_first();
  return real_fsync(file);
}

int fdatasync(int file) {
  wait_first();
  return real_fdatasync(file);
}
