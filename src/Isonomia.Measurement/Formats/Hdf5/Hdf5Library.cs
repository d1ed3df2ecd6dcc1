using System.Reflection;
using System.Runtime.InteropServices;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Hdf5;

/// <summary>Finds libhdf5, which is not part of this program, under the names that systems give it.</summary>
internal static class Hdf5Library
{
    /// <summary>Where the library is, for systems that keep it elsewhere.</summary>
    private const string Variable = "ISONOMIA_HDF5";

    private static readonly Lazy<string?> Trouble = new(Load);

    /// <summary>Held during every call.</summary>
    public static Lock Gate { get; } = new();

    /// <summary>The library, once it is loaded.</summary>
    public static nint Handle { get; private set; }

    /// <summary>Why the library cannot be used here, or null if it can.</summary>
    public static string? WhyAbsent => Trouble.Value;

    /// <summary>Makes sure that there is a library, and that it reports errors to us and not to the terminal.</summary>
    /// <exception cref="BadInputException">There is none; the message says how to install it.</exception>
    public static void Require(string path)
    {
        if (WhyAbsent is { } why)
            throw new BadInputException(path,
                $"this is an HDF5 file, and reading it needs the library libhdf5: {why}. {HowToInstall()}");
    }

    /// <summary>How to install the library on this system.</summary>
    public static string HowToInstall()
    {
        if (OperatingSystem.IsWindows())
            return "Install HDF5 from hdfgroup.org, or with 'conda install hdf5', and put the folder of "
                + "hdf5.dll on the PATH";
        if (OperatingSystem.IsMacOS())
            return "Install it with 'brew install hdf5'";
        return "Install it with 'apt install libhdf5-103-1' (Debian 12, Ubuntu 22.04; 'libhdf5-310' on newer ones) or "
            + "'dnf install hdf5'";
    }

    private static string? Load()
    {
        Handle = Candidates().Select(TryLoad).FirstOrDefault(h => h != 0);
        if (Handle == 0)
            return "it was not found";
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(),
            static (name, _, _) => name == Hdf5Native.Library ? Handle : 0);
        lock (Gate)
        {
            return Hdf5Native.H5get_libversion(out var major, out var minor, out _) < 0 || (major == 1 && minor < 10)
                ? $"version {major}.{minor} was found, but 1.10 or later is needed"
                : null;
        }
    }

    private static nint TryLoad(string name) =>
        NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), null, out var found) ? found : 0;

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } stated)
            return [stated];
        if (OperatingSystem.IsWindows())
            return ["hdf5.dll", "libhdf5.dll", "libhdf5-310.dll", "libhdf5-0.dll"];
        if (OperatingSystem.IsMacOS())
            return ["libhdf5.dylib", "/opt/homebrew/lib/libhdf5.dylib", "/usr/local/lib/libhdf5.dylib",
                "/opt/local/lib/libhdf5.dylib"];
        int[] versions = [320, 310, 200, 103, 100];
        return
        [
            .. versions.Select(v => $"libhdf5_serial.so.{v}"), .. versions.Select(v => $"libhdf5.so.{v}"),
            "libhdf5_serial.so", "libhdf5.so",
        ];
    }
}
