using System.Runtime.InteropServices;

namespace Isonomia.Simulation.Delivery;

/// <summary>
/// Memory for large tables that are read at random places: asked to lie in huge pages where the system gives them
/// (Linux), which spares most of the misses of the address translation. Not cleared.
/// </summary>
internal sealed unsafe partial class HugeMemory : SafeHandle
{
    private const nuint HugePage = 2 << 20;
    private const int AdviseHugePages = 14;

    /// <summary>Memory of so many bytes.</summary>
    /// <exception cref="OutOfMemoryException">The system has no such memory.</exception>
    public HugeMemory(long bytes)
        : base(0, ownsHandle: true)
    {
        Bytes = bytes;
        if (bytes == 0)
            return;
        var isLarge = (nuint)bytes >= HugePage;
        SetHandle((nint)NativeMemory.AlignedAlloc((nuint)bytes, isLarge ? HugePage : 64));
        GC.AddMemoryPressure(bytes);
        if (OperatingSystem.IsLinux() && isLarge)
            Advise();
    }

    /// <summary>Its size.</summary>
    public long Bytes { get; }

    /// <summary>Where it is; 0 without any.</summary>
    public nint Address => handle;

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        GC.RemoveMemoryPressure(Bytes);
        return true;
    }

    // Advice: where there is no such call pages stay small, and nothing else changes.
    private void Advise()
    {
        try
        {
            _ = MemoryAdvice(Address, (nuint)Bytes, AdviseHugePages);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return;
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MemoryAdvice(nint address, nuint length, int advice);
}
