using System.Runtime.InteropServices;
using static Isonomia.Measurement.Formats.Hdf5.Hdf5Native;
using static Isonomia.Measurement.Formats.Hdf5.Writing.Hdf5WritingNative;

namespace Isonomia.Measurement.Formats.Hdf5.Writing;

/// <summary>Texts as the library takes them: UTF-8 ending with a zero, and a row of pointers to them.</summary>
internal sealed class Hdf5Texts : IDisposable
{
    private readonly nint[] pointers;

    /// <summary>Copies texts to where the library finds them; equal ones once.</summary>
    public Hdf5Texts(IReadOnlyList<string> texts)
    {
        Type = H5Tcopy(Global("H5T_C_S1_g"));
        if (H5Tset_size(Type, Variable) < 0 || H5Tset_cset(Type, Utf8) < 0)
            throw new IOException("libhdf5 refused texts of variable length");
        var known = new Dictionary<string, nint>(StringComparer.Ordinal);
        pointers = new nint[texts.Count];
        for (var i = 0; i < pointers.Length; i++)
        {
            if (!known.TryGetValue(texts[i], out var pointer))
                known.Add(texts[i], pointer = Marshal.StringToCoTaskMemUTF8(texts[i]));
            pointers[i] = pointer;
        }
    }

    /// <summary>Texts as long as they are, in UTF-8.</summary>
    public long Type { get; }

    /// <summary>The pointers.</summary>
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(pointers.AsSpan());

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pointer in pointers.Distinct())
            Marshal.FreeCoTaskMem(pointer);
        H5Tclose(Type);
    }
}
