namespace Isonomia.Numerics.Files;

/// <summary>The numbers of an array.</summary>
internal sealed class ArrayColumn<T>(T[] numbers) : Column<T>
    where T : unmanaged
{
    public override int Length => numbers.Length;

    public override void Read(int first, Span<T> into) => numbers.AsSpan(first, into.Length).CopyTo(into);
}
