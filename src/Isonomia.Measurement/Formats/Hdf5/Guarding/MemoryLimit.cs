using System.Runtime.InteropServices;

namespace Isonomia.Measurement.Formats.Hdf5.Guarding;

/// <summary>
/// Keeps this process from taking all of a machine's memory on the word of a damaged file. On Linux; elsewhere nothing is
/// limited.
/// </summary>
public static partial class MemoryLimit
{
    private const ulong Most = 4UL << 30;

    // RLIMIT_DATA: since Linux 4.7 all that a process can write to and does not share.
    private const int Data = 2;

    /// <summary>Limits this process, for good, to 4 GiB of memory of its own.</summary>
    public static void Set()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var limit = new Limit { Soft = Most, Hard = Most };
        _ = setrlimit(Data, ref limit);
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int setrlimit(int resource, ref Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
