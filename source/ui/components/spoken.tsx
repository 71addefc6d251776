import { Static, Text } from "ink";

/** What is said to a screen reader, each line once and below the others: nothing that was read changes any more. */
export function Spoken({ said }: { said: readonly string[] }) {
	return <Static items={[...said]}>{(text, place) => <Text key={place}>{text}</Text>}</Static>;
}
