using Isonomia.Measurement.Recordings;
using static Isonomia.Measurement.Formats.Hdf5.Hdf5Native;

namespace Isonomia.Measurement.Formats.Hdf5;

/// <summary>An open HDF5 file. Closing it closes whatever of it is still open.</summary>
internal sealed class Hdf5File : IDisposable
{
    private static readonly int[] SignatureAt = [0, 512, 1024, 2048];
    private readonly HashSet<long> open = [];
    private readonly long id;
    private bool isClosed;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="BadInputException">The library is not installed, or the file cannot be opened.</exception>
    public Hdf5File(string path)
    {
        Hdf5Library.Require(path);
        Path = path;
        Length = new FileInfo(path).Length;
        Hdf5Heaps.Check(path);
        lock (Hdf5Library.Gate)
        {
            // Which thread's errors are printed is per thread where the library knows threads.
            H5Eset_auto2(Default, 0, 0);
            id = H5Fopen(path, ReadOnly, Default);
        }

        if (id < 0)
            throw new BadInputException(path,
                "the HDF5 file cannot be opened; it is damaged, was cut short, or is being written");
    }

    public string Path { get; }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; }

    /// <summary>The group that holds everything.</summary>
    public Hdf5Node Root => Open(id, "/");

    /// <summary>Whether a file begins as HDF5 does, with or without a block of the user's before it.</summary>
    public static bool Recognises(FileHead head)
    {
        ReadOnlySpan<byte> signature = [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a];
        foreach (var at in SignatureAt)
        {
            if (head.Bytes.Length >= at && head.Bytes.Span[at..].StartsWith(signature))
                return true;
        }

        return false;
    }

    public Hdf5Node Open(long location, string name)
    {
        lock (Hdf5Library.Gate)
        {
            H5Eset_auto2(Default, 0, 0);
            return Kept(H5Oopen(location, name, Default), name);
        }
    }

    /// <summary>Takes charge of an object just opened.</summary>
    public Hdf5Node Kept(long node, string what)
    {
        if (node < 0)
            throw Damaged($"'{what}' cannot be opened");
        open.Add(node);
        return new Hdf5Node(this, node, what);
    }

    public void Close(long node)
    {
        lock (Hdf5Library.Gate)
        {
            if (open.Remove(node))
                H5Oclose(node);
        }
    }

    public BadInputException Damaged(string what) => new(Path, $"the HDF5 file is damaged: {what}");

    public void Dispose()
    {
        lock (Hdf5Library.Gate)
        {
            foreach (var node in open)
                H5Oclose(node);
            open.Clear();
            if (!isClosed)
                H5Fclose(id);
            isClosed = true;
        }
    }
}
