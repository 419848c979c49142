package dev.breakwater.engine.machine;

/** What a package that is installed on a machine does there. */
public enum PackageUse {
    /** It is no kernel. It counts, whether a program of it runs or not. */
    PLAIN,
    /** It has code of the kernel that runs, or of a kernel while nobody knows which one runs. */
    RUNNING_KERNEL,
    /** A kernel that is installed and does not run, or what is built from a kernel's source without being one, such as headers. */
    KERNEL_NOT_RUNNING
}
