using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Isonomia.Measurement.Formats.Hdf5;

/// <summary>
/// The functions of libhdf5 that reading takes, version 1.10 or later (identifiers of 64 bits). The library must not be
/// entered by two threads at once: every call is made under <see cref="Hdf5Library.Gate"/>. What closing returns is of
/// no use and declared away.
/// </summary>
internal static partial class Hdf5Native
{
    /// <summary>The name under which <see cref="Hdf5Library"/> finds the library.</summary>
    public const string Library = "hdf5";

    public const long Default = 0;
    public const int ReadOnly = 0;
    public const int IndexByName = 0;
    public const int Increasing = 0;
    public const int SelectSet = 0;
    public const int Ascending = 1;
    public const int IsGroup = 2;
    public const int IsDataset = 5;
    public const int ObjectReference = 0;

    public const int ClassInteger = 0;
    public const int ClassFloat = 1;
    public const int ClassString = 3;
    public const int ClassCompound = 6;
    public const int ClassReference = 7;
    public const int ClassEnum = 8;

    [StructLayout(LayoutKind.Sequential)]
    public struct GroupInfo
    {
        public int StorageType;
        public ulong Links;
        public long MaxOrder;
        public byte Mounted;
    }

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5get_libversion(out uint major, out uint minor, out uint release);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void H5Eset_auto2(long stack, nint function, nint data);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Fopen(string path, uint flags, long access);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void H5Fclose(long file);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Oopen(long location, string name, long access);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void H5Oclose(long node);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Iget_type(long id);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Gget_info(long group, out GroupInfo info);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint H5Lget_name_by_idx(
        long location, string group, int index, int order, ulong n, Span<byte> name, nuint size, long access);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Dget_space(long dataset);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Dget_type(long dataset);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial ulong H5Dget_storage_size(long dataset);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Dread(long dataset, long type, long memory, long file, long transfer,
        Span<byte> buffer);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void H5Dvlen_reclaim(long type, long space, long transfer, Span<byte> buffer);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Sget_simple_extent_ndims(long space);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Sget_simple_extent_dims(long space, Span<ulong> lengths, nint most);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Sget_simple_extent_npoints(long space);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Screate_simple(int rank, ReadOnlySpan<ulong> lengths, nint most);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Sselect_hyperslab(
        long space, int operation, ReadOnlySpan<ulong> start, nint stride, ReadOnlySpan<ulong> count, nint block);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void H5Sclose(long space);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Tget_class(long type);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nuint H5Tget_size(long type);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Tget_sign(long type);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Tis_variable_str(long type);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Tget_native_type(long type, int direction);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void H5Tclose(long type);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Aexists(long node, string name);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Aopen(long node, string name, long access);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Aget_type(long attribute);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Aget_space(long attribute);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int H5Aread(long attribute, long type, Span<byte> buffer);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void H5Aclose(long attribute);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial long H5Rdereference2(long node, long access, int kind, ReadOnlySpan<byte> reference);
}
