using System.Reflection;
using System.Runtime.InteropServices;
using Isonomia.Measurement.Formats.Hdf5;

namespace Isonomia.Measurement.Tests.Formats.Hdf5;

/// <summary>Writes HDF5 files with libhdf5 itself, for tests to read.</summary>
internal sealed partial class Hdf5Writer : IDisposable
{
    private const string Library = "hdf5";
    private const int Userblock = 512;
    private readonly string path;
    private readonly bool isMatlab;
    private readonly long file;

    static Hdf5Writer() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(),
        static (name, _, _) => name == Library ? Hdf5Library.Handle : 0);

    /// <summary>Creates a file, with MATLAB's block before it if told.</summary>
    public Hdf5Writer(string path, bool isMatlab = false)
    {
        Require();
        (this.path, this.isMatlab) = (path, isMatlab);
        lock (Hdf5Library.Gate)
        {
            var creation = H5Pcreate(Global("H5P_CLS_FILE_CREATE_ID_g"));
            if (isMatlab)
                H5Pset_userblock(creation, Userblock);
            file = H5Fcreate(path, 2, creation, 0);
        }

        Assert.True(file >= 0);
    }

    /// <summary>Skips the test where the library is not installed; fails in CI, where it must be.</summary>
    public static void Require()
    {
        if (Hdf5Library.WhyAbsent is not { } why)
            return;
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Assert.Fail($"libhdf5: {why}. {Hdf5Library.HowToInstall()}");
        Assert.Skip($"libhdf5: {why}. {Hdf5Library.HowToInstall()}");
    }

    public Hdf5Writer Group(string name, string? matlabClass = null)
    {
        lock (Hdf5Library.Gate)
            Close(H5Gcreate2(file, name, 0, 0, 0), matlabClass);
        return this;
    }

    /// <summary>Numbers, the last dimension running fastest; in chunks and deflated if a chunk is given.</summary>
    public Hdf5Writer Numbers<T>(string name, ulong[] shape, T[] values, string? matlabClass = null,
        ulong[]? chunk = null)
        where T : unmanaged
    {
        lock (Hdf5Library.Gate)
        {
            var type = Native<T>();
            var set = Create(name, type, shape, chunk);
            Assert.True(H5Dwrite(set, type, 0, 0, 0, MemoryMarshal.AsBytes(values.AsSpan())) >= 0);
            Close(set, matlabClass);
        }

        return this;
    }

    /// <summary>A data set whose numbers are never written.</summary>
    public Hdf5Writer Unwritten(string name, params ulong[] shape)
    {
        lock (Hdf5Library.Gate)
            Close(Create(name, Native<double>(), shape, [.. shape.Select(_ => 1024ul)]), null);
        return this;
    }

    /// <summary>Text as MATLAB keeps it: 16-bit codes.</summary>
    public Hdf5Writer Characters(string name, string text) =>
        Numbers(name, [(ulong)text.Length, 1], [.. text.Select(c => (ushort)c)], "char");

    /// <summary>References to other objects of the file.</summary>
    public Hdf5Writer References(string name, ulong[] shape, string[] targets, string? matlabClass = null)
    {
        lock (Hdf5Library.Gate)
        {
            var references = new byte[8 * targets.Length];
            for (var i = 0; i < targets.Length; i++)
                Assert.True(H5Rcreate(references.AsSpan(8 * i), file, targets[i], 0, -1) >= 0);
            var set = Create(name, Global("H5T_STD_REF_OBJ_g"), shape, null);
            Assert.True(H5Dwrite(set, Global("H5T_STD_REF_OBJ_g"), 0, 0, 0, references) >= 0);
            Close(set, matlabClass);
        }

        return this;
    }

    /// <summary>A MATLAB value without elements: its dimensions instead of data, and a mark.</summary>
    public Hdf5Writer Empty(string name, string matlabClass)
    {
        Numbers<ulong>(name, [2], [0, 0], matlabClass);
        lock (Hdf5Library.Gate)
        {
            var set = H5Oopen(file, name, 0);
            var space = H5Screate(0);
            var mark = H5Acreate2(set, "MATLAB_empty", Native<int>(), space, 0, 0);
            H5Awrite(mark, Native<int>(), BitConverter.GetBytes(1));
            H5Aclose(mark);
            H5Sclose(space);
            H5Oclose(set);
        }

        return this;
    }

    public void Dispose()
    {
        lock (Hdf5Library.Gate)
            H5Fclose(file);
        if (!isMatlab)
            return;
        using var bytes = File.OpenWrite(path);
        bytes.Write("MATLAB 7.3 MAT-file, written by a test"u8);
    }

    private static long Native<T>() => Global(typeof(T) == typeof(double) ? "H5T_NATIVE_DOUBLE_g"
        : typeof(T) == typeof(float) ? "H5T_NATIVE_FLOAT_g"
        : typeof(T) == typeof(short) ? "H5T_NATIVE_SHORT_g"
        : typeof(T) == typeof(ushort) ? "H5T_NATIVE_USHORT_g"
        : typeof(T) == typeof(ulong) ? "H5T_NATIVE_ULLONG_g"
        : "H5T_NATIVE_INT_g");

    private static long Global(string name)
    {
        H5open();
        return Marshal.ReadInt64(NativeLibrary.GetExport(Hdf5Library.Handle, name));
    }

    private long Create(string name, long type, ulong[] shape, ulong[]? chunk)
    {
        var space = shape.Length == 0 ? H5Screate(0) : H5Screate_simple(shape.Length, shape, 0);
        var creation = H5Pcreate(Global("H5P_CLS_DATASET_CREATE_ID_g"));
        if (chunk is not null)
        {
            H5Pset_chunk(creation, chunk.Length, chunk);
            H5Pset_deflate(creation, 6);
        }

        var set = H5Dcreate2(file, name, type, space, 0, creation, 0);
        Assert.True(set >= 0);
        H5Sclose(space);
        return set;
    }

    private static void Close(long node, string? matlabClass)
    {
        if (matlabClass is not null)
        {
            var type = H5Tcopy(Global("H5T_C_S1_g"));
            H5Tset_size(type, (nuint)matlabClass.Length);
            var space = H5Screate(0);
            var attribute = H5Acreate2(node, "MATLAB_class", type, space, 0, 0);
            H5Awrite(attribute, type, System.Text.Encoding.ASCII.GetBytes(matlabClass));
            H5Aclose(attribute);
            H5Sclose(space);
        }

        H5Oclose(node);
    }

    [LibraryImport(Library)]
    private static partial void H5open();

    [LibraryImport(Library)]
    private static partial long H5Pcreate(long kind);

    [LibraryImport(Library)]
    private static partial void H5Pset_userblock(long list, ulong size);

    [LibraryImport(Library)]
    private static partial void H5Pset_chunk(long list, int rank, ReadOnlySpan<ulong> lengths);

    [LibraryImport(Library)]
    private static partial void H5Pset_deflate(long list, uint level);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial long H5Fcreate(string path, uint flags, long creation, long access);

    [LibraryImport(Library)]
    private static partial void H5Fclose(long file);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial long H5Gcreate2(long location, string name, long link, long creation, long access);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial long H5Dcreate2(long location, string name, long type, long space, long link, long creation,
        long access);

    [LibraryImport(Library)]
    private static partial int H5Dwrite(long set, long type, long memory, long space, long transfer,
        ReadOnlySpan<byte> data);

    [LibraryImport(Library)]
    private static partial long H5Screate(int kind);

    [LibraryImport(Library)]
    private static partial long H5Screate_simple(int rank, ReadOnlySpan<ulong> lengths, nint most);

    [LibraryImport(Library)]
    private static partial void H5Sclose(long space);

    [LibraryImport(Library)]
    private static partial long H5Tcopy(long type);

    [LibraryImport(Library)]
    private static partial void H5Tset_size(long type, nuint size);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial long H5Acreate2(long node, string name, long type, long space, long creation, long access);

    [LibraryImport(Library)]
    private static partial void H5Awrite(long attribute, long type, ReadOnlySpan<byte> value);

    [LibraryImport(Library)]
    private static partial void H5Aclose(long attribute);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial long H5Oopen(long location, string name, long access);

    [LibraryImport(Library)]
    private static partial void H5Oclose(long node);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int H5Rcreate(Span<byte> reference, long location, string name, int kind, long space);
}
