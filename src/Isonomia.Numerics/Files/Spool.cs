using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Isonomia.Numerics.Files;

/// <summary>
/// Numbers that are appended and read back: in memory while they are few, otherwise in a file that has no name, so that
/// the system takes it away with the process, however that ends. What is in memory stays bounded, however many there are.
/// </summary>
/// <typeparam name="T">What the numbers are.</typeparam>
/// <param name="folder">Where the file is, made when it is needed; null to keep all in memory.</param>
/// <param name="most">How many are kept in memory at most, where there is a folder.</param>
public sealed class Spool<T>(string? folder, int most = Spool<T>.Most) : Column<T>
    where T : unmanaged
{
    /// <summary>How many are kept in memory at most unless told otherwise.</summary>
    public const int Most = 1 << 16;

    private static readonly int Bytes = Marshal.SizeOf<T>();
    private readonly List<T> recent = [];
    private SafeFileHandle? file;
    private int stored;

    /// <inheritdoc/>
    public override int Length => stored + recent.Count;

    /// <summary>Appends numbers.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <exception cref="IOException">The disk is full, or there are more than 2 to the 31 of them.</exception>
    public void Append(ReadOnlySpan<T> numbers)
    {
        if (numbers.Length > Array.MaxLength - Length)
            throw new IOException("More than two billion numbers were recorded of one thing; record fewer cells or less often.");
        recent.AddRange(numbers);
        if (folder is null || recent.Count <= most)
            return;
        file ??= Open(folder);
        RandomAccess.Write(file, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(recent)), (long)stored * Bytes);
        stored += recent.Count;
        recent.Clear();
        if (recent.Capacity > 2 * most)
            recent.Capacity = most;
    }

    /// <inheritdoc/>
    public override void Read(int first, Span<T> into)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(into.Length, Length - first);
        var onDisk = Math.Clamp(stored - first, 0, into.Length);
        var bytes = MemoryMarshal.AsBytes(into[..onDisk]);
        for (var done = 0; done < bytes.Length;)
        {
            var read = RandomAccess.Read(file!, bytes[done..], ((long)first * Bytes) + done);
            if (read == 0)
                throw new IOException("What was recorded on disk cannot be read back.");
            done += read;
        }

        if (onDisk < into.Length)
            CollectionsMarshal.AsSpan(recent).Slice(first + onDisk - stored, into.Length - onDisk).CopyTo(into[onDisk..]);
    }

    private static SafeFileHandle Open(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, Path.GetRandomFileName() + ".part");
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        File.Delete(path);
        return handle;
    }
}
