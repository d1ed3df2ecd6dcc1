using System.Runtime.InteropServices;
using static Isonomia.Measurement.Formats.Hdf5.Hdf5Native;
using static Isonomia.Measurement.Formats.Hdf5.Writing.Hdf5WritingNative;

namespace Isonomia.Measurement.Formats.Hdf5.Writing;

/// <summary>
/// Writes an HDF5 file that appears whole at <see cref="Commit"/>, or not at all. Nothing in it depends on the time of
/// day: the same content gives the same bytes. Paths within the file are absolute.
/// </summary>
internal sealed class Hdf5FileWriter : IDisposable
{
    private readonly string path;
    private readonly string temporary;
    private readonly long groupCreation, setCreation;
    private long file;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Where it will be; its folder must exist.</param>
    /// <exception cref="IOException">The library is not installed, or the place cannot be written to.</exception>
    public Hdf5FileWriter(string path)
    {
        if (Hdf5Library.WhyAbsent is { } why)
        {
            throw new IOException(
                $"{path}: writing HDF5 needs the library libhdf5: {why}. {Hdf5Library.HowToInstall()}");
        }

        this.path = Path.GetFullPath(path);
        temporary = $"{this.path}.{Path.GetRandomFileName()}.part";
        lock (Hdf5Library.Gate)
        {
            _ = H5open();
            H5Eset_auto2(Default, 0, 0);
            file = H5Fcreate(temporary, Truncate, Default, Default);
            if (file < 0)
                throw new IOException($"{path}: the file cannot be written there");
            groupCreation = H5Pcreate(Global("H5P_CLS_GROUP_CREATE_ID_g"));
            setCreation = H5Pcreate(Global("H5P_CLS_DATASET_CREATE_ID_g"));
            Require(H5Pset_obj_track_times(groupCreation, 0), "its properties");
            Require(H5Pset_obj_track_times(setCreation, 0), "its properties");
        }
    }

    /// <summary>Makes a group; the one that holds it exists.</summary>
    public Hdf5FileWriter Group(string name)
    {
        lock (Hdf5Library.Gate)
            H5Oclose(Require(H5Gcreate2(file, name, Default, groupCreation, Default), name));
        return this;
    }

    /// <summary>A data set of numbers, the last dimension running fastest.</summary>
    /// <param name="name">Its path.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="shape">The length of each dimension; none for a single number.</param>
    public Hdf5FileWriter Numbers<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<ulong> shape)
        where T : unmanaged
    {
        lock (Hdf5Library.Gate)
            WriteSet(name, Hdf5Type.Of<T>(), shape, MemoryMarshal.AsBytes(values));
        return this;
    }

    /// <summary>A single text.</summary>
    public Hdf5FileWriter Text(string name, string text)
    {
        lock (Hdf5Library.Gate)
        {
            using var stored = new Hdf5Texts([text]);
            WriteSet(name, stored.Type, [], stored.Bytes);
        }

        return this;
    }

    /// <summary>A row of texts.</summary>
    public Hdf5FileWriter Texts(string name, IReadOnlyList<string> texts)
    {
        lock (Hdf5Library.Gate)
        {
            using var stored = new Hdf5Texts(texts);
            WriteSet(name, stored.Type, [(ulong)texts.Count], stored.Bytes);
        }

        return this;
    }

    /// <summary>An attribute that is a text.</summary>
    public Hdf5FileWriter Attribute(string node, string name, string text)
    {
        lock (Hdf5Library.Gate)
        {
            using var stored = new Hdf5Texts([text]);
            WriteAttribute(node, name, stored.Type, [], stored.Bytes);
        }

        return this;
    }

    /// <summary>An attribute that is a row of texts.</summary>
    public Hdf5FileWriter Attribute(string node, string name, IReadOnlyList<string> texts)
    {
        lock (Hdf5Library.Gate)
        {
            using var stored = new Hdf5Texts(texts);
            WriteAttribute(node, name, stored.Type, [(ulong)texts.Count], stored.Bytes);
        }

        return this;
    }

    /// <summary>An attribute that is a number, or a row of several.</summary>
    public Hdf5FileWriter Attribute<T>(string node, string name, params ReadOnlySpan<T> values)
        where T : unmanaged
    {
        lock (Hdf5Library.Gate)
        {
            ReadOnlySpan<ulong> shape = values.Length == 1 ? [] : [(ulong)values.Length];
            WriteAttribute(node, name, Hdf5Type.Of<T>(), shape, MemoryMarshal.AsBytes(values));
        }

        return this;
    }

    /// <summary>An attribute that is one of several named values, numbered from 0.</summary>
    public Hdf5FileWriter Choice(string node, string name, IReadOnlyList<string> names, string chosen)
    {
        lock (Hdf5Library.Gate)
        {
            var type = Require(H5Tenum_create(Hdf5Type.Of<int>()), name);
            var value = 0;
            for (var i = 0; i < names.Count; i++)
            {
                Require(H5Tenum_insert(type, names[i], i), name);
                value = names[i] == chosen ? i : value;
            }

            WriteAttribute(node, name, type, [], MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in value)));
            H5Tclose(type);
        }

        return this;
    }

    /// <summary>An attribute that refers to another object of the file.</summary>
    public Hdf5FileWriter Reference(string node, string name, string target)
    {
        lock (Hdf5Library.Gate)
        {
            var reference = new byte[8];
            Require(H5Rcreate(reference, file, target, ObjectReference, -1), target);
            WriteAttribute(node, name, Global("H5T_STD_REF_OBJ_g"), [], reference);
        }

        return this;
    }

    /// <summary>Puts the file in its place.</summary>
    /// <exception cref="IOException">The disk is full, or the place cannot be written to.</exception>
    public void Commit()
    {
        lock (Hdf5Library.Gate)
            Require(H5Fflush(file, 1), "the whole of it");
        Close();
        using (var written = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
            written.Flush(flushToDisk: true);
        File.Move(temporary, path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        File.Delete(temporary);
    }

    private void Close()
    {
        if (file < 0)
            return;
        lock (Hdf5Library.Gate)
        {
            H5Pclose(groupCreation);
            H5Pclose(setCreation);
            H5Fclose(file);
        }

        file = -1;
    }

    private void WriteSet(string name, long type, ReadOnlySpan<ulong> shape, ReadOnlySpan<byte> bytes)
    {
        var space = Space(shape);
        var set = Require(H5Dcreate2(file, name, type, space, Default, setCreation, Default), name);
        Require(H5Dwrite(set, type, Default, Default, Default, bytes), name);
        H5Oclose(set);
        H5Sclose(space);
    }

    private void WriteAttribute(string node, string name, long type, ReadOnlySpan<ulong> shape,
        ReadOnlySpan<byte> bytes)
    {
        var opened = Require(H5Oopen(file, node, Default), node);
        var space = Space(shape);
        var attribute = Require(H5Acreate2(opened, name, type, space, Default, Default), name);
        Require(H5Awrite(attribute, type, bytes), name);
        H5Aclose(attribute);
        H5Sclose(space);
        H5Oclose(opened);
    }

    private static long Space(ReadOnlySpan<ulong> shape) =>
        shape.Length == 0 ? H5Screate(Scalar) : H5Screate_simple(shape.Length, shape, 0);

    // What the library keeps open is closed with the file.
    private long Require(long result, string what) =>
        result >= 0 ? result : throw new IOException($"{path}: '{what}' cannot be written; the disk may be full");
}
