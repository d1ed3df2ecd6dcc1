using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Isonomia.Measurement.Formats.Arrays.Kernels;

/// <summary>
/// Stored numbers to doubles. Layout: numbers of one type in a row, of which every <c>stride</c>-th is taken (the
/// channels of multiplexed data are interleaved). Cost: one load, one conversion and one store a number; with a large
/// stride a cache line each, which is what bounds it.
/// </summary>
internal static class NumberDecoding
{
    /// <summary>Decodes the numbers <c>first, first + stride, ...</c> until the destination is full.</summary>
    public static void Decode(
        ReadOnlySpan<byte> raw, NumberType type, bool bigEndian, int first, int stride, Span<double> destination)
    {
        switch (type)
        {
            case NumberType.Int8:
                Gather<sbyte>(raw, bigEndian, first, stride, destination);
                break;
            case NumberType.UInt8:
                Gather<byte>(raw, bigEndian, first, stride, destination);
                break;
            case NumberType.Int16:
                Gather<short>(raw, bigEndian, first, stride, destination);
                break;
            case NumberType.UInt16:
                Gather<ushort>(raw, bigEndian, first, stride, destination);
                break;
            case NumberType.Int32:
                Gather<int>(raw, bigEndian, first, stride, destination);
                break;
            case NumberType.UInt32:
                Gather<uint>(raw, bigEndian, first, stride, destination);
                break;
            case NumberType.Int64:
                Gather<long>(raw, bigEndian, first, stride, destination);
                break;
            case NumberType.UInt64:
                Gather<ulong>(raw, bigEndian, first, stride, destination);
                break;
            case NumberType.Float16:
                Gather<Half>(raw, bigEndian, first, stride, destination);
                break;
            case NumberType.Float32:
                Gather<float>(raw, bigEndian, first, stride, destination);
                break;
            default:
                Gather<double>(raw, bigEndian, first, stride, destination);
                break;
        }
    }

    private static void Gather<T>(
        ReadOnlySpan<byte> raw, bool bigEndian, int first, int stride, Span<double> destination)
        where T : unmanaged, INumberBase<T>
    {
        var numbers = MemoryMarshal.Cast<byte, T>(raw);
        if (bigEndian == BitConverter.IsLittleEndian && Unsafe.SizeOf<T>() > 1)
        {
            for (int i = 0, at = first; i < destination.Length; i++, at += stride)
                destination[i] = double.CreateTruncating(Reversed(numbers[at]));
        }
        else if (stride == 1 && typeof(T) == typeof(double))
        {
            MemoryMarshal.Cast<byte, double>(raw).Slice(first, destination.Length).CopyTo(destination);
        }
        else
        {
            for (int i = 0, at = first; i < destination.Length; i++, at += stride)
                destination[i] = double.CreateTruncating(numbers[at]);
        }
    }

    private static T Reversed<T>(T number) where T : unmanaged => Unsafe.SizeOf<T>() switch
    {
        2 => Unsafe.BitCast<ushort, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ushort>(number))),
        4 => Unsafe.BitCast<uint, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, uint>(number))),
        _ => Unsafe.BitCast<ulong, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ulong>(number))),
    };
}
