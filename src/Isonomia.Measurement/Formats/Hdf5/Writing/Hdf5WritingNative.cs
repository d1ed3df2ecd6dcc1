using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Isonomia.Measurement.Formats.Hdf5.Writing;

/// <summary>
/// The functions of libhdf5 that writing takes besides those of <see cref="Hdf5Native"/>, under the same rule: every
/// call is made under <see cref="Hdf5Library.Gate"/>.
/// </summary>
internal static partial class Hdf5WritingNative
{
    public const uint Truncate = 2;
    public const int Scalar = 0;
    public const int Utf8 = 1;

    /// <summary>The size of texts that are as long as they are.</summary>
    public static readonly nuint Variable = nuint.MaxValue;

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5open();

    [LibraryImport(Hdf5Native.Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Fcreate(string path, uint flags, long creation, long access);

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Fflush(long file, int scope);

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Pcreate(long kind);

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Pset_obj_track_times(long list, byte whether);

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void H5Pclose(long list);

    [LibraryImport(Hdf5Native.Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Gcreate2(long location, string name, long link, long creation, long access);

    [LibraryImport(Hdf5Native.Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Dcreate2(
        long location, string name, long type, long space, long link, long creation, long access);

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Dwrite(
        long set, long type, long memory, long space, long transfer, ReadOnlySpan<byte> data);

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Screate(int kind);

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Tcopy(long type);

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Tset_size(long type, nuint size);

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Tset_cset(long type, int characters);

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Tenum_create(long number);

    [LibraryImport(Hdf5Native.Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Tenum_insert(long type, string name, in int value);

    [LibraryImport(Hdf5Native.Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Acreate2(long node, string name, long type, long space, long creation, long access);

    [LibraryImport(Hdf5Native.Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Awrite(long attribute, long type, ReadOnlySpan<byte> value);

    [LibraryImport(Hdf5Native.Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Rcreate(Span<byte> reference, long location, string name, int kind, long space);

    /// <summary>A constant that the library keeps in a variable: a type or a class of property lists.</summary>
    public static long Global(string name)
    {
        _ = H5open();
        return Marshal.ReadInt64(NativeLibrary.GetExport(Hdf5Library.Handle, name));
    }
}
